package import Inference

/// How much a model takes and gives, and how much of the plan may be used.
package struct ExplainedLimits: Sendable {
    /// Tokens, by what they limit; what nobody knows is left out.
    package private(set) var tokens: [(name: String, value: Int, fact: ExplainedFact)] = []
    package let plan: Plan?
    package let source: String

    init(_ route: ChatRoute, _ settings: SettingsView) {
        let model = route.selection.descriptor
        plan = route.plan.flatMap { $0.windows.isEmpty ? nil : $0 }
        source = Self.source(of: route, settings)
        add("context", model.contextTokens ?? model.contextWindow, "input and output together")
        add("input", model.maxInputTokens, "what a request may hold")
        add("output", model.maxOutputTokens ?? model.maxTokens, Self.outputRule(model))
        if model.thinking.takesBudget { add("thinking", model.thinking.maxBudget, "a larger budget is clamped") }
    }

    private mutating func add(_ name: String, _ value: Int?, _ why: String) {
        guard let value else { return }
        tokens.append((name, value, ExplainedFact("\(value) tokens", source: source, why: why)))
    }

    private static func outputRule(_ model: ModelDescriptor) -> String {
        model.maxOutputTokens == nil ? "not enforced here" : "a larger limit is clamped"
    }

    private static func source(of route: ChatRoute, _ settings: SettingsView) -> String {
        let model = route.selection.descriptor
        guard route.selection.isKnown else { return "a guess: no catalogue lists the model" }
        if model.isFromUser {
            let path = route.account.account.path("models")
            return "\(path.joined(separator: ".")) (\(settings.place(of: path)))"
        }
        return "\(model.source), checked \(model.checked)"
    }
}
