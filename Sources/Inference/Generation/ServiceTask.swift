/// A task that a service works on. It is known only on the endpoint, and to the account, that began it.
public struct ServiceTask: Hashable, Sendable, Codable {
    public var id: String
    /// The service's id of the request that began it.
    public var requestID: String?

    public init(id: String, requestID: String? = nil) {
        self.id = id
        self.requestID = requestID
    }
}
