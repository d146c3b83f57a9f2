/// What a gateway has done since its start, for those who watch it.
package struct GatewayActivity: Hashable, Codable, Sendable {
    /// Requests of one model at one endpoint, or of one key.
    package struct Row: Hashable, Codable, Sendable {
        package var name: String
        package var endpoint: String?
        package var requests = 0
        /// Answers with a status of 400 or above.
        package var failures = 0
        package var inputTokens = 0
        package var outputTokens = 0
        /// Seconds of all requests together.
        package var seconds: Double = 0
        /// Seconds to the first byte of all answers together, and of how many.
        package var firstByteSeconds: Double = 0
        package var firstBytes = 0

        package init(_ name: String, endpoint: String? = nil) {
            self.name = name
            self.endpoint = endpoint
        }
    }

    package var requests = 0
    package var failures = 0
    package var abandoned = 0
    package var inputTokens = 0
    package var outputTokens = 0
    package var idleUpstreams = 0
    package var models: [Row] = []
    package var keys: [Row] = []
    /// The requests that ended last, the newest first.
    package var latest: [FlightRecord] = []

    package init() {}
}
