public import HTTPTypes
public import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The codec of Qwen Cloud for voices of users' own: copied from recordings, or made from descriptions.
///
/// Mirrors the pages `voice-clone-design-http-api`, `qwen-tts-voice-cloning` and `voice-design-api-references` of Model Studio.
public struct QwenVoiceService: VoiceService {
    private let provider: ProviderID
    private let classifier: ErrorClassifier

    private static let path = "/services/audio/tts/customization"
    private static let pageSize = 100

    /// - Parameter provider: whose voices it makes.
    public init(provider: ProviderID, classifier: ErrorClassifier) {
        self.provider = provider
        self.classifier = classifier
    }

    public func makings() throws(InferenceError) -> [VoiceMaking] {
        try SpeechCatalogue.builtIn.get().makings[provider] ?? []
    }

    public func exchange(
        for call: VoiceCall, source: String?, context: CallContext
    ) throws(InferenceError) -> HTTPExchangeRequest {
        var head = try HTTPRequest.native(.post, Self.path, context: context)
        head.headerFields[.contentType] = "application/json"
        let (maker, input, parameters) = document(call, source)
        var body: JSONObject = ["model": .string(maker.rawValue), "input": .object(input)]
        if !parameters.isEmpty { body["parameters"] = .object(parameters) }
        var request = HTTPExchangeRequest(head: head, body: [JSONValue.object(body).serialized()[...]])
        if case .create = call { request.isRepeatable = false }
        return request
    }

    private func document(_ call: VoiceCall, _ source: String?) -> (ModelID, JSONObject, JSONObject) {
        switch call {
        case .create(let plan): return create(plan, source)
        case .list(let making, let page):
            let input: JSONObject = [
                "action": .string(Self.isTask(making) ? "list_voice" : "list"), "page_index": .int(page),
                "page_size": .int(Self.pageSize),
            ]
            return (making.maker, input, [:])
        case .delete(let voice, let making):
            let isTask = Self.isTask(making)
            let input: JSONObject = [
                "action": isTask ? "delete_voice" : "delete", isTask ? "voice_id" : "voice": .string(voice.name),
            ]
            return (making.maker, input, [:])
        }
    }

    private func create(_ plan: VoicePlan, _ source: String?) -> (ModelID, JSONObject, JSONObject) {
        let isTask = Self.isTask(plan.making)
        let request = plan.request
        var input: JSONObject = [
            "action": isTask ? "create_voice" : "create", "target_model": .string(plan.target.rawValue),
            isTask ? "prefix" : "preferred_name": .string(request.name),
        ]
        var parameters = JSONObject()
        if plan.making.origin == .recording {
            let source = JSONValue.string(source ?? "")
            if isTask { input["url"] = source } else { input["audio"] = ["data": source] }
        } else {
            input["voice_prompt"] = .string(request.description ?? "")
            input["preview_text"] = .string(request.sample ?? "")
            parameters = ["sample_rate": 24_000, "response_format": "wav"]
        }
        if let language = request.language {
            if isTask { input["language_hints"] = [.string(language)] } else { input["language"] = .string(language) }
        }
        return (plan.making.maker, input, parameters)
    }

    public func answer(
        _ head: HTTPResponse, _ body: [UInt8], to call: VoiceCall, context: CallContext
    ) throws(InferenceError) -> VoiceAnswer {
        let reply = try NativeReply(head, body, classifier: classifier, context: context)
        switch call {
        case .create(let plan):
            guard let output = reply.output, var voice = voice(output, plan.making) else {
                throw InferenceError(
                    .malformedResponse, "the service answered without a voice", requestID: reply.requestID)
            }
            voice.target = voice.target ?? plan.target
            if output["fallback_mode"] == true {
                voice.warning = output["fallback_reason"]?.string ?? "made as well as the recording allowed"
            }
            voice.preview = output["preview_audio"]?["data"]?.string.flatMap { Data(base64Encoded: $0) }.map(Array.init)
            return VoiceAnswer(voices: [voice], requestID: reply.requestID)
        case .list(let making, _):
            let all = reply.output?["voice_list"]?.array ?? []
            return VoiceAnswer(
                voices: all.compactMap { voice($0, making) }, hasMore: all.count == Self.pageSize,
                requestID: reply.requestID)
        case .delete: return VoiceAnswer(voices: [], requestID: reply.requestID)
        }
    }

    private func voice(_ object: JSONValue, _ making: VoiceMaking) -> OwnVoice? {
        guard let name = object["voice_id"]?.string ?? object["voice"]?.string, !name.isEmpty else { return nil }
        let told = object["target_model"]?.string.map { ModelID($0) }
        var voice = OwnVoice(name: name, target: told ?? target(ofVoice: name), maker: making.maker)
        voice.created = object["gmt_create"]?.string
        voice.status = object["status"]?.string
        return voice
    }

    /// Voices of some models begin with their names.
    public func target(ofVoice name: String) -> ModelID? {
        let targets = ((try? makings()) ?? []).flatMap(\.targets)
        return targets.filter { name.hasPrefix("\($0)-") }.max { $0.rawValue.count < $1.rawValue.count }
    }

    private static func isTask(_ making: VoiceMaking) -> Bool { making.wire == "task" }
}

extension QwenProvider {
    /// The codec for voices of users' own.
    public var voices: (any VoiceService)? {
        QwenVoiceService(provider: manifest.id, classifier: ErrorClassifier(manifest: manifest))
    }
}
