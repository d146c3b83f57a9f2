import Inference

/// An answer whose body may be longer than what anybody wants to hold.
struct MediaAnswer: Sendable {
    var status = 200
    var contentType = "application/json"
    var fields: [(name: String, value: String)] = []
    var body: [AnswerSegment]
    /// What it is about, for header fields, metrics and the log.
    var account: AccessEntry.ChatAccount?
    /// The model as the client named it.
    var requested: String?
    var error: InferenceError?

    init(_ json: JSONValue) { body = [.bytes(json.serialized())] }

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
