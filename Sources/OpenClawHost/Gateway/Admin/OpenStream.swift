/// A request that is being answered.
package struct OpenStream: Hashable, Codable, Sendable {
    package var requestID: String
    /// The name of the virtual key, when one was used.
    package var key: String?
    package var path: String
    package var model: String?
    package var endpoint: String?
    /// Seconds since 1970.
    package var startedAt: Double
    package var bytes: Int

    package init(
        requestID: String, key: String? = nil, path: String, model: String? = nil, endpoint: String? = nil,
        startedAt: Double, bytes: Int = 0
    ) {
        self.requestID = requestID
        self.key = key
        self.path = path
        self.model = model
        self.endpoint = endpoint
        self.startedAt = startedAt
        self.bytes = bytes
    }
}
