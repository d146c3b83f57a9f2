import HTTPTypes
import Inference

/// Reads what the documents of embeddings and rerank have in common.
struct ServiceAnswers: Sendable {
    private let classifier: ErrorClassifier
    private let call: FailedCall

    init(_ classifier: ErrorClassifier, model: ModelDescriptor, context: CallContext) {
        self.classifier = classifier
        call = FailedCall(endpoint: context.endpoint, model: model, credential: context.credential)
    }

    var classify: @Sendable (HTTPResponse, [UInt8]) -> InferenceError {
        { [classifier, call] head, body in classifier.classify(head, body: body, of: call) }
    }

    /// The document; an error that came with status 200 is thrown.
    func document(_ head: HTTPResponse, _ body: [UInt8]) throws(InferenceError) -> JSONNode {
        guard let root = try? JSONDocument(body).root, root.kind == .object else {
            throw malformed(head, "a JSON object")
        }
        let hasAnswer = root["data"] ?? root["results"] ?? root["output"] != nil
        let hasError = root["error"].map { !$0.isNull } ?? (root["code"]?.string?.isEmpty == false)
        guard hasAnswer || !hasError else { throw classifier.classify(head, body: body, of: call) }
        return root
    }

    func malformed(_ head: HTTPResponse, _ expected: String) -> InferenceError {
        InferenceError(
            .malformedResponse, "expected \(expected) from the service", status: head.status.code,
            requestID: Self.fields.requestID(in: head))
    }

    func requestID(_ head: HTTPResponse, _ root: JSONNode) -> String? {
        Self.fields.requestID(in: head) ?? root["request_id"]?.string ?? root["id"]?.string
    }

    /// Services count either way: what goes in, or all together.
    func usage(_ root: JSONNode) -> Usage? {
        let counts = root["usage"]
        let input = counts?["prompt_tokens"]?.int ?? counts?["input_tokens"]?.int ?? counts?["total_tokens"]?.int
        return input.map { Usage(input: $0, output: 0) }
    }

    private static let fields = ChatResponseFields(requestID: HTTPResponse.serviceRequestIDNames)
}
