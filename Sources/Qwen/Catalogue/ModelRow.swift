import Inference

/// One model as it is written in `models.json`. Names of shapes stand for their fields.
struct ModelRow: Codable, Sendable {
    var id: ModelID
    var name: String?
    var family: String?
    var input: [Modality]
    var alsoTakes: [Modality]?
    var output: [Modality]
    var contextWindow: Int?
    var maxInputTokens: Int?
    var maxTokens: Int?
    var maxOutputTokens: Int?
    var thinking: String
    var thinkingBudget: Int?
    var tools: String
    var structuredOutput: String
    var wire: String
    var caching: String
    var notOn: [String]
    var isHidden: Bool?
    var replacedBy: ModelID?
    var source: String
}

extension ModelRow {
    /// The descriptor with all shapes filled in.
    func resolved(in file: ModelsFile) throws(InferenceError) -> ModelDescriptor {
        var thinking = try look(self.thinking, in: file.shapes.thinking)
        thinking.maxBudget = thinkingBudget
        let source = try look(self.source, in: file.sources)
        var absences: [Unavailability] = []
        for absence in notOn { absences.append(try look(absence, in: file.shapes.absences)) }
        return ModelDescriptor(
            id: id, name: name ?? id.rawValue, family: family, input: input, alsoTakes: alsoTakes ?? [], output: output,
            contextWindow: contextWindow, maxInputTokens: maxInputTokens, maxTokens: maxTokens,
            maxOutputTokens: maxOutputTokens, thinking: thinking, tools: try look(tools, in: file.shapes.tools),
            structuredOutput: try look(structuredOutput, in: file.shapes.structuredOutput),
            wire: try look(wire, in: file.shapes.wire), caching: try look(caching, in: file.shapes.caching),
            notOn: absences, isHidden: isHidden ?? false, replacedBy: replacedBy, source: source.text,
            checked: source.checked)
    }

    private func look<Shape>(_ name: String, in shapes: [String: Shape]) throws(InferenceError) -> Shape {
        guard let shape = shapes[name] else {
            throw InferenceError(
                .invalidConfiguration, "model '\(id)' names '\(name)', which models.json does not define")
        }
        return shape
    }
}
