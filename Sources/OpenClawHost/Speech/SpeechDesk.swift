package import Inference

/// Makes of a wish what one model of one endpoint will be asked to speak.
package struct SpeechDesk: Sendable {
    private let search: ModelSearch<SpeechSupport>
    private let routes: GenerationRoutes

    package init(selector: ModelSelector, routes: GenerationRoutes) {
        self.routes = routes
        search = ModelSearch(
            routes: routes, selector: selector, capability: .speech, verb: "speak",
            models: { entry throws(InferenceError) in try entry.provider.speech?.models() },
            identify: { ($0.model, $0.endpoints) })
    }

    /// - Parameter name: the model that the user or client named; without one, the configured one or the first that can.
    /// - Throws: why it cannot be spoken, with what could; nothing has left the machine.
    package func prepare(_ request: SpeechRequest, named name: String?) throws(InferenceError) -> PreparedSpeech {
        let found = try search.find(named: name) { support, endpoint throws(InferenceError) in
            if name == nil { try Self.checkVoice(request, support) }
            return try SpeechPlanner(support: support, endpoint: endpoint).plan(request)
        }
        guard let speech = found.entry.provider.speech else {
            throw InferenceError(.unsupported, "provider \"\(found.entry.id)\" does not speak")
        }
        return PreparedSpeech(
            reference: ModelRef(provider: found.entry.id, model: found.model), plan: found.plan,
            warnings: found.warnings + found.plan.warnings, speech: speech, entry: found.entry, account: found.route,
            context: routes.context(found.route))
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
}
