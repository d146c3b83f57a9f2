/// A credential that rests.
package struct GatewayCooldown: Hashable, Codable, Sendable {
    package var credential: String
    package var endpoint: String
    package var model: String?
    package var reason: String
    /// Seconds since 1970.
    package var until: Double

    package init(credential: String, endpoint: String, model: String? = nil, reason: String, until: Double) {
        self.credential = credential
        self.endpoint = endpoint
        self.model = model
        self.reason = reason
        self.until = until
    }
}
