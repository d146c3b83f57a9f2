/// What the command line of `openclaw gateway run` says; it wins over configuration and environment.
package struct GatewayFlagValues: Hashable, Sendable {
    package var port: Int?
    package var bind: String?
    package var auth: String?
    /// A file that holds the token, so that it is in no process list.
    package var tokenFile: String?
    /// Consent that other machines may reach the gateway.
    package var isExposed = false

    package init() {}
}
