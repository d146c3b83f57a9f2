/// Makes of a wish what one model speaks. What it lacks is refused with what it has; wishes that it cannot be told of are left
/// out, and that is written down.
public struct SpeechPlanner: Sendable {
    private let support: SpeechSupport
    private let endpoint: EndpointID

    public init(support: SpeechSupport, endpoint: EndpointID) {
        self.support = support
        self.endpoint = endpoint
    }

    private var model: ModelID { support.model }

    /// - Throws: `InferenceError` with code `.invalidRequest`; nothing was sent.
    public func plan(_ request: SpeechRequest) throws(InferenceError) -> SpeechPlan {
        guard !request.text.trimmingASCIIWhitespace().isEmpty else {
            throw InferenceError(.invalidRequest, "expected a text to speak")
        }
        if let refusal = support.refusal {
            throw InferenceError(
                .unsupported, "\(model) cannot be asked: \(refusal)", hint: "openclaw infer tts voices")
        }
        try checkFormat(request)
        var notes = PlanNotes()
        let pieces = TextPieces(limit: support.requestLimit, hanWeight: support.hanWeight)
        let requests = pieces.split(request.text).map(messages)
        if requests.count > 1, request.format != .wav, request.format != .pcm {
            throw InferenceError(
                .invalidRequest,
                "the text has \(pieces.count(request.text)) characters; \(model) makes \(request.format) of at most \(support.requestLimit), and wav of any number"
            )
        }
        var plan = SpeechPlan(
            model: model, wire: support.wire, isSocket: support.isSocket, voice: try voice(request, &notes),
            format: request.format, sampleRate: try sampleRate(request), requests: requests,
            parameters: try parameters(request, &notes),
            characters: requests.joined().reduce(0) { $0 + pieces.count($1) })
        plan.hanWeight = support.hanWeight
        plan.language = try language(request, &notes)
        if let day = support.retires { notes.warnings.append(PlanNotes.retirement(of: model, on: day)) }
        (plan.normalizations, plan.ignored, plan.warnings) = (notes.normalizations, notes.ignored, notes.warnings)
        plan.price = support.prices.price(on: endpoint)
        plan.cost = plan.price.flatMap { $0.unit == .character ? $0.cost(of: plan.characters) : nil }
        return plan
    }

    private func messages(_ text: String) -> [String] {
        guard support.isSocket, support.messageLimit > 0 else { return [text] }
        return TextPieces(limit: support.messageLimit, hanWeight: support.hanWeight).split(text)
    }

    private func checkFormat(_ request: SpeechRequest) throws(InferenceError) {
        guard support.formats.contains(request.format) else {
            let known = support.formats.map(\.rawValue).joined(separator: ", ")
            throw InferenceError(.invalidRequest, "\(model) makes \(known), not \(request.format)")
        }
    }

    private func voice(_ request: SpeechRequest, _ notes: inout PlanNotes) throws(InferenceError) -> String {
        guard let wanted = request.voice, !wanted.isEmpty else {
            if let initial = support.initialVoice { return initial }
            throw InferenceError(
                .invalidRequest, "\(model) has no usual voice; expected one of your own that was made for it",
                hint: "openclaw infer tts voices create --help")
        }
        if support.voices.contains(where: { $0.name == wanted }) { return wanted }
        if let same = support.voices.first(where: { $0.name.lowercased() == wanted.lowercased() }) { return same.name }
        guard support.hasOtherVoices else {
            let known = support.voices.map(\.name).joined(separator: ", ")
            throw InferenceError(
                .invalidRequest, "\(model) has no voice '\(wanted)'; it has \(known)",
                hint: "openclaw infer tts voices")
        }
        // A model without voices of the service's is for those of its users.
        if support.voices.isEmpty { return wanted }
        notes.warnings.append("'\(wanted)' is none of the known voices of \(model); it is sent as it is")
        return wanted
    }

    private func language(
        _ request: SpeechRequest, _ notes: inout PlanNotes
    ) throws(InferenceError) -> String? {
        guard let wanted = request.language, !wanted.isEmpty else { return nil }
        guard !support.languages.isEmpty else {
            notes.ignore("language", wanted)
            return nil
        }
        if let known = support.languages.first(where: { $0.answers(to: wanted) }) { return known.name }
        let known = support.languages.map(\.code).joined(separator: ", ")
        throw InferenceError(.invalidRequest, "\(model) does not speak '\(wanted)'; it speaks \(known)")
    }

    private func sampleRate(_ request: SpeechRequest) throws(InferenceError) -> Int {
        guard let wanted = request.sampleRate else { return support.initialSampleRate }
        guard support.sampleRates.contains(wanted) else {
            let known = support.sampleRates.map(String.init).joined(separator: ", ")
            throw InferenceError(.invalidRequest, "\(model) gives \(known) samples a second, not \(wanted)")
        }
        return wanted
    }

    private func parameters(
        _ request: SpeechRequest, _ notes: inout PlanNotes
    ) throws(InferenceError) -> JSONObject {
        let wishes: [(String, JSONValue?)] = [
            ("speed", request.speed.map { .number(JSONNumber($0)) }),
            ("pitch", request.pitch.map { .number(JSONNumber($0)) }), ("volume", request.volume.map { .int($0) }),
            ("instructions", request.instructions.map { .string($0) }),
        ]
        return try WishedParameters(rules: support.parameters, names: support.wishes, model: model)
            .choose(wishes, request.options, &notes)
    }
}
