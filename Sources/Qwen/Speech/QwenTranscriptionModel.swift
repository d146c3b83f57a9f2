public import HTTPTypes
public import Inference

/// The codec of Qwen Cloud for writing recordings down, at once or as tasks.
///
/// Mirrors the pages `qwen-asr-api-reference`, `fun-asr-recorded-speech-recognition-http-api` and
/// `paraformer-recorded-speech-recognition-restful-api` of Model Studio.
public struct QwenTranscriptionModel: TranscriptionModel {
    private let provider: ProviderID
    private let classifier: ErrorClassifier

    /// - Parameter provider: whose models it offers.
    public init(provider: ProviderID, classifier: ErrorClassifier) {
        self.provider = provider
        self.classifier = classifier
    }

    public func models() throws(InferenceError) -> [TranscriptionSupport] {
        try SpeechCatalogue.builtIn.get().transcription[provider] ?? []
    }

    public func exchange(
        for plan: GenerationPlan, source: String, context: CallContext
    ) throws(InferenceError) -> HTTPExchangeRequest {
        let wire = TranscriptionWire(plan.wire)
        guard !wire.isSocket else {
            throw InferenceError(.unsupported, "\(plan.model) listens on a socket only")
        }
        return try .submission(
            wire.path, isTask: wire.isTask, sources: [source],
            TranscriptionBody(plan: plan, source: source, wire: wire).value, context: context)
    }

    public func answer(
        _ head: HTTPResponse, _ body: [UInt8], to plan: GenerationPlan, context: CallContext
    ) throws(InferenceError) -> GenerationAnswer {
        let reply = try NativeReply(head, body, classifier: classifier, context: context)
        if let task = reply.task { return .task(task) }
        guard reply.output != nil else {
            throw InferenceError(
                .malformedResponse, "the service answered without a task and without a transcript",
                requestID: reply.requestID)
        }
        let usage = reply.document["usage"]
        let seconds = usage?["seconds"]?.double ?? usage?["duration"]?.double
        return .results(
            GenerationResults(
                files: [], texts: [String(decoding: body, as: UTF8.self)],
                usage: GenerationUsage(outputSeconds: seconds), requestID: reply.requestID))
    }

    public func transcript(in document: [UInt8]) throws(InferenceError) -> Transcript {
        let root: JSONNode
        do {
            root = try JSONDocument(document).root
        } catch {
            throw InferenceError(.malformedResponse, "the transcript of the service is no JSON: \(error)")
        }
        return try TranscriptReader(root: root).transcript()
    }

    public func listening(
        to plan: GenerationPlan, id: String, context: CallContext
    ) throws(InferenceError) -> ListeningExchange? {
        let wire = TranscriptionWire(plan.wire)
        guard wire.isSocket, let row = try SpeechCatalogue.builtIn.get().listening[plan.model] else { return nil }
        let call = FailedCall(endpoint: context.endpoint, model: nil, credential: context.credential)
        let type = plan.inputs.first?.input.facts.mediaType ?? "audio/wav"
        let isTold = type == "audio/wav"
        let dialogue: any ListeningDialogue =
            wire == .session
            ? ListeningSession(plan: plan, sampleRate: row.sampleRate, id: id, classifier: classifier, call: call)
            : ListeningTask(
                plan: plan, format: isTold ? "pcm" : Self.format(of: type), sampleRate: row.sampleRate, id: id,
                classifier: classifier, call: call)
        let path = wire.path + (wire == .session ? "?model=\(plan.model)" : "")
        return ListeningExchange(
            request: HTTPExchangeRequest(head: try .socket(path, context: context)), dialogue: dialogue,
            sampleRate: isTold ? row.sampleRate : nil, pace: row.pace
        ) { [classifier] head, body in
            classifier.classify(head, body: body, of: call)
        }
    }

    /// What a file is, as the service calls it.
    static func format(of mediaType: String) -> String {
        switch mediaType {
        case "audio/mpeg": "mp3"
        case "audio/ogg": "opus"
        default: mediaType.split(separator: "/").last.map(String.init) ?? mediaType
        }
    }
}
