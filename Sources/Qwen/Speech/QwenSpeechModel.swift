import HTTPTypes
public import Inference

/// The codec of Qwen Cloud for speech: over HTTP as a document or a stream, and over a socket.
///
/// ```swift
/// let plan = try SpeechPlanner(support: support, endpoint: context.endpoint.id).plan(SpeechRequest(text: "Good evening."))
/// let exchange = try codec.exchange(for: plan, index: 0, id: id, isStreamed: true, context: context)
/// ```
///
/// Mirrors the pages `qwen-tts-api`, `cosyvoice-tts-http-api`, `cosyvoice-websocket-api` and
/// `qwen-tts-realtime` of Model Studio.
public struct QwenSpeechModel: SpeechModel {
    private let provider: ProviderID
    private let classifier: ErrorClassifier

    /// - Parameter provider: whose models it offers.
    public init(provider: ProviderID, classifier: ErrorClassifier) {
        self.provider = provider
        self.classifier = classifier
    }

    public func models() throws(InferenceError) -> [SpeechSupport] {
        try SpeechCatalogue.builtIn.get().speech[provider] ?? []
    }

    public func exchange(
        for plan: SpeechPlan, index: Int, id: String, isStreamed: Bool, context: CallContext
    ) throws(InferenceError) -> SpeechExchange {
        guard plan.requests.indices.contains(index) else {
            throw InferenceError(.invalidRequest, "the plan has \(plan.requests.count) requests, not \(index + 1)")
        }
        let call = FailedCall(endpoint: context.endpoint, model: nil, credential: context.credential)
        let classify = { @Sendable [classifier] (head: HTTPResponse, body: [UInt8]) in
            classifier.classify(head, body: body, of: call)
        }
        let messages = plan.requests[index]
        let wire = SpeechWire(plan.wire)
        guard !wire.isSocket else {
            let dialogue: any SpeechDialogue =
                wire == .session
                ? SpeechSession(plan: plan, messages: messages, id: id, classifier: classifier, call: call)
                : SpeechTask(plan: plan, messages: messages, id: id, classifier: classifier, call: call)
            let path = wire.path + (wire == .session ? "?model=\(plan.model)" : "")
            return SpeechExchange(
                request: HTTPExchangeRequest(head: try .socket(path, context: context)), way: .socket(dialogue),
                classify: classify)
        }
        var head = try HTTPRequest.native(.post, wire.path, context: context)
        head.headerFields[.contentType] = "application/json"
        if isStreamed {
            head.headerFields[.accept] = "text/event-stream"
            if let name = HTTPField.Name("x-dashscope-sse") { head.headerFields[name] = "enable" }
        }
        let body = Self.body(of: plan, messages.joined(separator: "\n"), wire).serialized()
        let decoder = SpeechReader(isStreamed: isStreamed, classifier: classifier, call: call)
        return SpeechExchange(
            request: HTTPExchangeRequest(head: head, body: [body[...]]), way: .stream(decoder), classify: classify)
    }

    private static func body(of plan: SpeechPlan, _ text: String, _ wire: SpeechWire) -> JSONValue {
        var input: JSONObject = ["text": .string(text), "voice": .string(plan.voice)]
        if wire == .message {
            input["language_type"] = plan.language.map { .string($0) }
        } else {
            input["language_hints"] = plan.language.map { [.string($0)] }
            input["format"] = .string(plan.streamFormat.rawValue)
            input["sample_rate"] = .int(plan.sampleRate)
        }
        for member in plan.parameters.members { input[member.key] = member.value }
        return .object(["model": .string(plan.model.rawValue), "input": .object(input)])
    }
}

extension QwenProvider {
    /// The codec for speech.
    public var speech: (any SpeechModel)? {
        QwenSpeechModel(provider: manifest.id, classifier: ErrorClassifier(manifest: manifest))
    }

    /// The codec for writing recordings down.
    public var transcription: (any TranscriptionModel)? {
        QwenTranscriptionModel(provider: manifest.id, classifier: ErrorClassifier(manifest: manifest))
    }
}
