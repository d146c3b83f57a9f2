import Inference

/// What many models of `speech.json` have in common, by name.
struct SpeechShapes {
    let sources: [String: CatalogueSource]
    let inputs: [String: InputRule]
    let voices: [String: [SpeechVoice]]
    let languages: [String: [SpokenLanguage]]
    let codes: [String: [String]]
    let prices: [String: [SpeechPrice]]
    private let parameters: [String: ParameterRule]

    init(reading object: inout CatalogueObject) throws(InferenceError) {
        let sources = try object.table("sources", CatalogueSource.init(reading:))
        self.sources = sources
        parameters = try object.table("parameters") { rule throws(InferenceError) in
            let initial = rule.optional("initial")?.value
            return ParameterRule(
                name: try rule.text("name"), type: try rule.choice("type"), range: try rule.optionalBounds("range"),
                initial: initial, isRequired: initial != nil)
        }
        inputs = try object.table("inputs") { rule throws(InferenceError) in
            InputRule(
                role: .recording, kind: .audio, count: 1...1,
                mediaTypes: try rule.holds("types") ? rule.texts("types") : [],
                maxBytes: try rule.optionalCount("bytes"),
                seconds: try rule.optionalBounds("seconds"), isInlined: try rule.optionalFlag("inlined") ?? false,
                isUploaded: try rule.optionalFlag("uploaded") ?? true, place: "")
        }
        voices = try object.lists("voices") { voice throws(InferenceError) in
            SpeechVoice(name: try voice.text("name"), note: try voice.optionalText("note"))
        }
        languages = try object.lists("languages") { language throws(InferenceError) in
            SpokenLanguage(code: try language.text("code"), name: try language.text("name"))
        }
        codes = try object.table("codes") { codes throws(InferenceError) in try codes.texts("codes") }
        prices = try object.lists("prices") { price throws(InferenceError) in
            SpeechPrice(
                endpoints: try price.ids("endpoints"), currency: try price.text("currency"),
                unit: try price.choice("unit"), amount: try price.amount("amount").decimal,
                quantity: try price.optionalCount("quantity") ?? 1, source: sources["prices"]?.text ?? "",
                checked: sources["prices"]?.checked ?? "")
        }
    }

    /// The parameters that a row names.
    func parameters(of row: inout CatalogueObject) throws(InferenceError) -> [ParameterRule] {
        var rules: [ParameterRule] = []
        for name in try row.texts("parameters") {
            guard let rule = parameters[name] else { throw row.wrong("parameters", expected: "names of parameters") }
            rules.append(rule)
        }
        return rules
    }

    static func wishes(of row: inout CatalogueObject) throws(InferenceError) -> [String: String] {
        try row.object("wishes") { table throws(InferenceError) in
            var wishes: [String: String] = [:]
            for wish in table.keys { wishes[wish] = try table.text(wish) }
            return wishes
        }
    }
}

extension CatalogueObject {
    /// Two numbers, the smaller one first.
    fileprivate mutating func optionalBounds(_ key: String) throws(InferenceError) -> ClosedRange<Double>? {
        guard holds(key) else { return nil }
        let bounds = try value(key).elements.compactMap(\.double)
        guard bounds.count == 2, bounds[0] <= bounds[1] else { throw wrong(key, expected: "two numbers in order") }
        return bounds[0]...bounds[1]
    }
}
