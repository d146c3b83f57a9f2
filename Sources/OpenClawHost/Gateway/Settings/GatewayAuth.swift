package import Inference

/// What a client must present.
package enum GatewayAuth: Hashable, Sendable {
    /// The gateway's own token, or a virtual key.
    case token(Secret)
    /// Nothing. Only on this machine, and only when the configuration says so.
    case none

    package var token: Secret? { if case .token(let secret) = self { secret } else { nil } }
}
