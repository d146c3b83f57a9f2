package import Inference

/// Makes of a wish what one model of one endpoint will be asked to write down.
package struct TranscriptionDesk: Sendable {
    private let search: ModelSearch<TranscriptionSupport>
    private let routes: GenerationRoutes

    package init(selector: ModelSelector, routes: GenerationRoutes) {
        self.routes = routes
        search = ModelSearch(
            routes: routes, selector: selector, capability: .transcription, verb: "transcribe",
            models: { entry throws(InferenceError) in try entry.provider.transcription?.models() },
            identify: { ($0.model, $0.endpoints) })
    }

    /// - Parameter name: the model that the user or client named; without one, the configured one or the first that can.
    /// - Throws: why it cannot be written down, with what could; nothing has left the machine.
    package func prepare(
        _ request: TranscriptionRequest, named name: String?
    ) throws(InferenceError) -> PreparedTranscription {
        try prepareAll(request, named: name)[0]
    }

    /// What may be asked, in order: the later ones when the service does not take the first. There is at least one.
    package func prepareAll(
        _ request: TranscriptionRequest, named name: String?
    ) throws(InferenceError) -> [PreparedTranscription] {
        let all = try search.find(named: name) { support, endpoint throws(InferenceError) in
            if name == nil { try Self.checkFit(request.input, support) }
            return try TranscriptionPlanner(support: support, endpoint: endpoint).plan(request)
        }
        var prepared: [PreparedTranscription] = []
        for found in all {
            let route = GenerationRoute(
                account: found.route, entry: found.entry,
                generation: TranscriptionJobs(transcription: try Self.codec(of: found.entry)),
                context: routes.context(found.route), identity: routes.accounts.identity(of: found.route).name)
            prepared.append(
                PreparedTranscription(
                    reference: ModelRef(provider: found.entry.id, model: found.model), plan: found.plan, route: route,
                    warnings: found.warnings + found.plan.warnings))
        }
        return prepared
    }

    private static func codec(of entry: ProviderEntry) throws(InferenceError) -> any TranscriptionModel {
        if let codec = entry.provider.transcription { return codec }
        throw InferenceError(.unsupported, "provider \"\(entry.id)\" does not transcribe")
    }

    /// Leaves to other models what probably is too long, where nobody can say how long it is: speech is stored with at least
    /// 2,000 bytes a second.
    private static func checkFit(
        _ input: GenerationInput, _ support: TranscriptionSupport
    ) throws(InferenceError) {
        guard !support.isTask, input.facts.seconds == nil, let limit = support.input.seconds?.upperBound else { return }
        // What has no name of its own cannot travel in the request.
        if case .file = input.source, input.facts.mediaType == nil {
            throw InferenceError(.invalidRequest, "the recording has no format that is known")
        }
        guard let size = input.facts.byteCount, size / 2000 <= Int(limit) else {
            throw InferenceError(
                .invalidRequest,
                "nobody can say how long the recording is, and \(support.model) takes \(Int(limit)) s at most",
                hint: "name the model with --model to try it all the same")
        }
    }
}
