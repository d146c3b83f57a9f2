import Inference

/// An answer whose body may be longer than what anybody wants to hold.
struct MediaAnswer: Sendable {
    var status = 200
    var contentType = "application/json"
    var fields: [(name: String, value: String)] = []
    var body: [AnswerSegment]
    /// Gives out a body that is being made, instead. What it throws before the first piece is a refusal.
    var stream: (@Sendable (_ hear: @escaping @Sendable ([UInt8]) async throws -> Void) async throws -> Void)?
    /// Answers to give instead, in order, when a body that is being made fails before its first piece.
    var successors: [MediaAnswer] = []
    /// The end of a stream that broke off; `nil` breaks the connection off, too.
    var breaking: (@Sendable (InferenceError) -> [UInt8])?
    /// What it is about, for header fields, metrics and the log.
    var account: AccessEntry.ChatAccount?
    /// The model as the client named it.
    var requested: String?
    var error: InferenceError?

    init(_ json: JSONValue) { body = [.bytes(json.serialized())] }

    init(
        contentType: String, breaking: (@Sendable (InferenceError) -> [UInt8])? = nil,
        stream: @escaping @Sendable (_ hear: @escaping @Sendable ([UInt8]) async throws -> Void) async throws -> Void
    ) {
        self.contentType = contentType
        body = []
        self.breaking = breaking
        self.stream = stream
    }

    init(contentType: String, body: [AnswerSegment]) {
        self.contentType = contentType
        self.body = body
    }

    init(_ error: InferenceError, callID: String) {
        let answer = GatewayAnswer(error, in: .openAI, callID: callID)
        status = answer.status
        fields = answer.fields
        body = [.bytes(answer.body)]
        self.error = error
    }
}
