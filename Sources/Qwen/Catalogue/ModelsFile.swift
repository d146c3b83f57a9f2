import Inference

/// `models.json`: models by provider, each naming shapes that are written once.
struct ModelsFile: Codable, Sendable {
    var sources: [String: Source]
    var shapes: Shapes
    var unknownModel: ModelRow
    var models: [String: [ModelRow]]

    /// Where facts come from, and the day that the source had them.
    struct Source: Codable, Sendable {
        var text: String
        var checked: String
    }

    /// What many models have in common, by name.
    struct Shapes: Codable, Sendable {
        var thinking: [String: ThinkingSupport]
        var tools: [String: ToolSupport]
        var structuredOutput: [String: StructuredOutputSupport]
        var wire: [String: WireShape]
        var caching: [String: CachingSupport]
        var absences: [String: Unavailability]
    }
}
