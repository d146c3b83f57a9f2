package import Inference

/// What the command line may say about the gateway.
package struct GatewayOptions: Hashable, Sendable {
    package var port: String?
    package var bind: String?
    package var auth: String?
    package var token: Secret?
    package var tokenVariable: String?
    package var password: Secret?
    package var tailscale: String?
    package var resetsTailscaleOnExit = false

    package init() {}
}
