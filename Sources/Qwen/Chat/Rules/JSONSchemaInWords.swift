import Inference

/// A model that takes no schema gets it in words, with the promise of a JSON object instead.
struct JSONSchemaInWords: DialectRule {
    static let id = "json-schema-in-words"
    var concerns: ChatMembers { .format }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        let support = target.model.structuredOutput
        guard let format = request.responseFormat, format.isJSON else { return [] }
        let isSchema = format.value["type"]?.string == "json_schema"
        if isSchema ? support.jsonSchema : support.jsonObject { return [] }
        guard isSchema, support.jsonObject, let schema = format.value["json_schema"]?["schema"] else {
            throw InferenceError(
                .unsupported,
                "\(target.model.id) promises no answers in JSON; ask for it in words, or take another model",
                hint: "openclaw models list --all")
        }
        request.responseFormat = .jsonObject
        request.addInstruction(
            "Answer with one JSON object that follows this JSON Schema, and with nothing else:\n\(schema.text)")
        return adjusted(
            "the schema is asked for in words and not enforced: \(target.model.id) promises a JSON object only")
    }
}
