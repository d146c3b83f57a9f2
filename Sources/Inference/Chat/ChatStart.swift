/// The head of an answer: its id, the model that the service says it runs, and the request id to quote in a complaint.
public struct ChatStart: Hashable, Sendable {
    /// The id of the completion.
    public var id: String?
    /// The model that answers, as the service spells it.
    public var model: ModelID?
    /// The service's request id.
    public var requestID: String?

    public init(id: String? = nil, model: ModelID? = nil, requestID: String? = nil) {
        self.id = id
        self.model = model
        self.requestID = requestID
    }
}
