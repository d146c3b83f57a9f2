package import Inference

/// The one token of the gateway, which opens everything.
package struct GatewayToken: AccessControl {
    private let expected: [UInt8]
    private let owner = Owner()

    /// - Throws: `.invalidConfiguration` for a token that could be guessed.
    package init(_ token: Secret) throws(InferenceError) {
        expected = Array(token.expose().utf8)
        guard expected.count >= Self.shortest else {
            throw InferenceError(
                .invalidConfiguration, "the gateway token has fewer than \(Self.shortest) characters",
                hint: "export OPENCLAW_GATEWAY_TOKEN=$(openssl rand -hex 32)")
        }
    }

    /// Wrong tokens are slowed down, never locked out for good; below this length that would not be enough.
    private static let shortest = 16

    package func admit(_ token: RawSpan) -> (any Admission)? {
        TokenComparison.areEqual(token, expected) ? owner : nil
    }

    private final class Owner: Admission {
        var name: String { "gateway" }
    }
}
