/// An asynchronous task as the simulator sees it, also one whose answer a client never received.
public struct SimulatedTask: Sendable, Codable {
    /// The identifier that the client polls.
    public let id: String
    /// The model that works on it.
    public let model: String
    /// `PENDING`, `RUNNING`, `SUCCEEDED`, `FAILED`, `CANCELED` or `UNKNOWN`.
    public let state: String
    /// The plan and region that took it, such as `standard-intl`.
    public let endpoint: String
    /// The identifier of the call that submitted it.
    public let requestID: String
}
