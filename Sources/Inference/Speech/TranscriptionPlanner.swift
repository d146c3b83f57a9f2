/// Makes of a wish what one model writes down, as a plan of kind ``Modality/text``. What the model lacks is refused with what it
/// has.
public struct TranscriptionPlanner: Sendable {
    private let support: TranscriptionSupport
    private let endpoint: EndpointID

    public init(support: TranscriptionSupport, endpoint: EndpointID) {
        self.support = support
        self.endpoint = endpoint
    }

    private var model: ModelID { support.model }

    /// - Throws: `InferenceError` with code `.invalidRequest`; nothing was sent.
    public func plan(_ request: TranscriptionRequest) throws(InferenceError) -> GenerationPlan {
        try checkAbilities(request)
        try InputCheck(model: model).check([.init(input: request.input, rule: support.input)])
        try checkWay(request.input)
        var notes = PlanNotes()
        let parameters = try WishedParameters(rules: support.parameters, names: support.wishes, model: model)
            .choose(wishes(request), request.options, &notes)
        var prompt: String?
        if let wanted = request.prompt, !wanted.isEmpty {
            if support.takesPrompt { prompt = wanted } else { notes.ignore("prompt", wanted) }
        }
        if let day = support.retires { notes.warnings.append(PlanNotes.retirement(of: model, on: day)) }
        let price = support.prices.price(on: endpoint)
        let seconds = request.input.facts.seconds
        return GenerationPlan(
            model: model, wire: support.wire, kind: .text, mode: .transcription, isTask: support.isTask, prompt: prompt,
            inputs: [GenerationPlan.PlannedInput(input: request.input, rule: support.input)], frame: .unsaid, count: 1,
            parameters: parameters, normalizations: notes.normalizations, ignored: notes.ignored,
            warnings: notes.warnings,
            cost: seconds.flatMap { seconds in price.map { $0.cost(of: Int(seconds.rounded(.up))) } },
            typicalSeconds: typicalSeconds(seconds))
    }

    private func checkAbilities(_ request: TranscriptionRequest) throws(InferenceError) {
        if request.needsTimes, !support.hasTimes || request.wantsWords && !support.hasWords {
            let wish = request.wantsWords ? "the times of words" : "the times that \(request.format.rawValue) needs"
            throw InferenceError(.invalidRequest, "\(model) does not give \(wish); expected text or json without words")
        }
        if request.wantsSpeakers || request.speakers != nil, !support.hasSpeakers {
            throw InferenceError(.invalidRequest, "\(model) does not tell speakers apart")
        }
        if let count = request.speakers, count < 2 {
            throw InferenceError(.invalidRequest, "expected at least 2 speakers, got \(count)")
        }
        if let language = request.language, !support.languages.isEmpty, !support.languages.contains(language) {
            let known = support.languages.joined(separator: ", ")
            throw InferenceError(.invalidRequest, "\(model) knows no language '\(language)'; it knows \(known)")
        }
    }

    /// A file that can neither travel in the request nor by the service's store cannot be sent.
    private func checkWay(_ input: GenerationInput) throws(InferenceError) {
        guard case .address(let address) = input.source else {
            guard support.isSocket, input.facts.mediaType == nil else { return }
            throw InferenceError(
                .invalidRequest,
                "nobody can say what the recording is; \(model) takes \(support.input.mediaTypes.joined(separator: ", "))"
            )
        }
        guard !support.isSocket else {
            throw InferenceError(.invalidRequest, "\(model) is told files of this machine only, not addresses")
        }
        guard address.hasPrefix("https://") || address.hasPrefix("http://") || address.hasPrefix("oss://") else {
            throw InferenceError(.invalidRequest, "expected a file, or an address that begins with https://")
        }
    }

    private func wishes(_ request: TranscriptionRequest) -> [(String, JSONValue?)] {
        [
            ("language", request.language.map { .string($0) }),
            ("speakers", request.wantsSpeakers || request.speakers != nil ? true : nil),
            ("speakerCount", request.speakers.map { .int($0) }),
            ("words", request.needsTimes && support.wishes["words"] != nil ? true : nil),
        ]
    }

    private func typicalSeconds(_ seconds: Double?) -> Int? {
        guard let perHour = support.secondsPerHour else { return nil }
        return max(5, Int((seconds ?? 600) * Double(perHour) / 3600))
    }
}
