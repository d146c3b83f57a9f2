/// One request as the simulator received it; the key is shown only as a fingerprint.
public struct ReceivedRequest: Sendable, Codable {
    /// One header line.
    public struct Header: Sendable, Codable {
        /// The name as it was sent.
        public let name: String
        /// The value; a key is replaced by its fingerprint.
        public let value: String
    }

    /// A number that grows with every request since the start.
    public let id: Int
    /// When the request was complete, ISO 8601 in UTC.
    public let time: String
    /// The host that was asked for, without the port.
    public let host: String
    /// The plan and region that the host or the path prefix meant, such as `coding-intl`.
    public let endpoint: String
    /// The method.
    public let method: String
    /// The path and query below the host, without the endpoint prefix of base URL mode.
    public let path: String
    /// All headers in the order in which they came.
    public let headers: [Header]
    /// SHA-256 of the key in hexadecimal, when one was sent.
    public let keyFingerprint: String?
    /// The endpoint whose key it was, such as `standard-cn`, when it is one of the simulator's keys.
    public let keyOwner: String?
    /// The model named in the body.
    public let model: String?
    /// The body as text.
    public let body: String
    /// The id that the answer carried in `x-request-id`, once it was answered.
    public internal(set) var requestID: String?
    /// The status that was answered, once it was.
    public internal(set) var status: Int?
    /// How long after the request the client closed the connection without waiting for the end of the answer.
    public internal(set) var closedByClientAfterMilliseconds: Int?
}
