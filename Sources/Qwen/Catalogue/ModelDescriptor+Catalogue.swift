import Inference

extension ModelDescriptor {
    /// Reads a model of `models.json`; names of shapes stand for their fields.
    init(
        reading object: inout CatalogueObject, shapes: ModelShapes, prices: [String: [Price]]
    ) throws(InferenceError) {
        let id: ModelID = try object.id("id")
        self.init(
            id: id, name: try object.optionalText("name") ?? id.rawValue, family: try object.optionalText("family"),
            input: try object.ids("input"), alsoTakes: try object.optionalIDs("alsoTakes") ?? [],
            output: try object.ids("output"), contextWindow: try object.optionalCount("contextWindow"),
            maxInputTokens: try object.optionalCount("maxInputTokens"),
            maxTokens: try object.optionalCount("maxTokens"),
            maxOutputTokens: try object.optionalCount("maxOutputTokens"),
            thinking: try object.named("thinking", in: shapes.thinking))
        thinking.maxBudget = try object.optionalCount("thinkingBudget")
        tools = try object.named("tools", in: shapes.tools)
        structuredOutput = try object.named("structuredOutput", in: shapes.structuredOutput)
        wire = try object.named("wire", in: shapes.wire)
        caching = try object.named("caching", in: shapes.caching)
        notOn = try object.absences("notOn", in: shapes.absences)
        isHidden = try object.optionalFlag("isHidden") ?? false
        replacedBy = try object.optionalID("replacedBy")
        let source = try object.named("source", in: shapes.sources)
        (self.source, checked) = (source.text, source.checked)
        self.prices = prices[id.rawValue] ?? []
    }
}

extension CatalogueObject {
    fileprivate mutating func absences(
        _ key: String, in table: [String: Unavailability]
    ) throws(InferenceError) -> [Unavailability] {
        var absences: [Unavailability] = []
        for name in try texts(key) {
            guard let absence = table[name] else { throw wrong(key, expected: "names of absences") }
            absences.append(absence)
        }
        return absences
    }
}
