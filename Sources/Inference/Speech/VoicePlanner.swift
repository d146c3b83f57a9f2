/// Makes of a wish what one maker of voices makes. What it lacks is refused with what it has.
public struct VoicePlanner: Sendable {
    private let making: VoiceMaking
    private let endpoint: EndpointID

    public init(making: VoiceMaking, endpoint: EndpointID) {
        self.making = making
        self.endpoint = endpoint
    }

    /// - Throws: `InferenceError` with code `.invalidRequest`; nothing was sent.
    public func plan(_ request: VoiceRequest, for target: ModelID) throws(InferenceError) -> VoicePlan {
        guard making.targets.contains(target) else {
            let known = making.targets.map(\.rawValue).joined(separator: ", ")
            throw InferenceError(.invalidRequest, "voices of this kind are made for \(known), not for \(target)")
        }
        try checkName(request.name)
        switch making.origin {
        case .recording: try checkRecording(request)
        case .description: try checkDescription(request)
        }
        var plan = VoicePlan(making: making, target: target, request: request, ignored: [], warnings: [])
        if let language = request.language {
            if making.languages.isEmpty {
                plan.ignored.append(IgnoredOverride(name: "language", value: language))
                plan.request.language = nil
            } else if !making.languages.contains(language) {
                let known = making.languages.joined(separator: ", ")
                throw InferenceError(
                    .invalidRequest, "\(making.maker) knows no language '\(language)'; it knows \(known)")
            }
        }
        if let day = making.retires { plan.warnings.append(PlanNotes.retirement(of: making.maker, on: day)) }
        plan.cost = making.prices.price(on: endpoint).flatMap { $0.unit == .voice ? $0.cost(of: 1) : nil }
        return plan
    }

    private func checkName(_ name: String) throws(InferenceError) {
        let isFine = name.allSatisfy { sign in
            sign.isASCII && (sign.isLetter || sign.isNumber) || making.nameSigns.contains(sign)
        }
        guard isFine, (1...making.nameLimit).contains(name.count) else {
            let signs = making.nameSigns.isEmpty ? "" : " or one of '\(making.nameSigns)'"
            throw InferenceError(
                .invalidRequest,
                "'\(name)' cannot be the name of a voice; expected 1 to \(making.nameLimit) signs, each a letter, a digit\(signs)"
            )
        }
    }

    private func checkRecording(_ request: VoiceRequest) throws(InferenceError) {
        guard let recording = request.recording, let rule = making.recording else {
            throw InferenceError(.invalidRequest, "expected a recording of who is to be heard")
        }
        if case .file = recording.source, !making.takesFiles {
            throw InferenceError(
                .invalidRequest,
                "\(making.maker) fetches recordings from a public address only; expected one that begins with https://")
        }
        try InputCheck(model: making.maker).check([.init(input: recording, rule: rule)])
    }

    private func checkDescription(_ request: VoiceRequest) throws(InferenceError) {
        for (text, limit, what) in [
            (request.description, making.descriptionLimit, "description of the voice"),
            (request.sample, making.sampleLimit, "text to try it with"),
        ] {
            let count = text?.trimmingASCIIWhitespace().count ?? 0
            guard (1...limit).contains(count) else {
                throw InferenceError(
                    .invalidRequest, "the \(what) has \(count) characters; expected 1 to \(limit)")
            }
        }
    }
}
