package import Inference

/// Makes of a wish what one model of one endpoint will be asked to speak.
package struct SpeechDesk: Sendable {
    private let search: ModelSearch<SpeechSupport>
    private let routes: GenerationRoutes
    private let known: KnownVoices?

    /// - Parameter voices: what is known of the user's own voices.
    package init(selector: ModelSelector, routes: GenerationRoutes, voices: KnownVoices? = nil) {
        self.routes = routes
        known = voices
        search = ModelSearch(
            routes: routes, selector: selector, capability: .speech, verb: "speak",
            models: { entry throws(InferenceError) in try entry.provider.speech?.models() },
            identify: { ($0.model, $0.endpoints) })
    }

    /// - Parameter name: the model that the user or client named; without one, the configured one or the first that can.
    /// - Throws: why it cannot be spoken, with what could; nothing has left the machine.
    package func prepare(_ request: SpeechRequest, named name: String?) throws(InferenceError) -> PreparedSpeech {
        try prepareAll(request, named: name)[0]
    }

    /// What may be asked, in order: the later ones when the service does not take the first. There is at least one.
    package func prepareAll(
        _ request: SpeechRequest, named name: String?
    ) throws(InferenceError) -> [PreparedSpeech] {
        let owner = request.voice.flatMap(owner)
        let name = name ?? owner.map { "\($0.provider)/\($0.model)" }
        let found = try search.find(named: name) { support, endpoint throws(InferenceError) in
            if name == nil { try Self.checkVoice(request, support) }
            try Self.checkOwner(of: request, support, owner)
            return try SpeechPlanner(support: support, endpoint: endpoint).plan(request)
        }
        var prepared: [PreparedSpeech] = []
        for found in found {
            guard let speech = found.entry.provider.speech else {
                throw InferenceError(.unsupported, "provider \"\(found.entry.id)\" does not speak")
            }
            prepared.append(
                PreparedSpeech(
                    reference: ModelRef(provider: found.entry.id, model: found.model), plan: found.plan,
                    warnings: found.warnings + found.plan.warnings, speech: speech, entry: found.entry,
                    account: found.route, context: routes.context(found.route)))
        }
        return prepared
    }

    /// Only what was refused before anything was heard is asked of another model.
    package static func mayFallBack(_ error: InferenceError, heard: Bool) -> Bool {
        !heard && MediaDesk.passingOn.contains(error.code)
    }

    /// A voice that nobody knows is no reason to choose a model that may have it.
    private static func checkVoice(_ request: SpeechRequest, _ support: SpeechSupport) throws(InferenceError) {
        guard support.hasOtherVoices, let voice = request.voice?.lowercased(), !voice.isEmpty,
            !support.voices.contains(where: { $0.name.lowercased() == voice })
        else { return }
        throw InferenceError(
            .invalidRequest, "no model is known to have the voice '\(voice)'; name the model of a voice of your own",
            hint: "openclaw infer tts voices")
    }

    /// The only model that speaks with a voice of the user's own.
    private func owner(of voice: String) -> ModelRef? {
        if let entry = known?.entry(voice) { return ModelRef(provider: entry.provider, model: entry.model) }
        for entry in routes.registry.entries {
            if let model = entry.provider.voices?.target(ofVoice: voice) {
                return ModelRef(provider: entry.id, model: model)
            }
        }
        return nil
    }

    private static func checkOwner(
        of request: SpeechRequest, _ support: SpeechSupport, _ owner: ModelRef?
    ) throws(InferenceError) {
        guard let owner, owner.model != support.model, let voice = request.voice else { return }
        throw InferenceError(
            .invalidRequest, "the voice '\(voice)' was made for \(owner.model) and works with no other model",
            hint: "openclaw infer tts convert --model \(owner) --voice \(voice)")
    }
}
