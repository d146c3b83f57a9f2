package import Inference

/// Finds the models that may generate: the named one, else the configured ones, else the default of a provider.
package struct GenerationSelector: Sendable {
    private let registry: ProviderRegistry
    private let selector: ModelSelector
    private let settings: SettingsView

    package init(registry: ProviderRegistry, selector: ModelSelector, settings: SettingsView) {
        self.registry = registry
        self.selector = selector
        self.settings = settings
    }

    /// - Throws: `.modelNotFound` for a model that generates nothing of the kind, `.invalidConfiguration` when there is none.
    package func choices(_ kind: Modality, named name: String?) throws(InferenceError) -> [GenerationChoice] {
        if let name { return [try choice(name, kind, isExact: true)] }
        let configured = configured(kind)
        if let primary = configured.primary {
            var choices = [try choice(primary, kind, isExact: false)]
            for fallback in configured.fallbacks { choices.append(try choice(fallback, kind, isExact: false)) }
            return choices
        }
        for entry in entries {
            guard let models = try entry.provider.generation?.models(),
                let model = usual(kind, entry.catalogue.defaults) ?? models.first(where: { $0.kind == kind })?.model
            else { continue }
            return [GenerationChoice(entry: entry, model: model, profile: nil, isExact: false)]
        }
        throw InferenceError(
            .invalidConfiguration, "no model for making \(kind) is configured",
            hint: "openclaw config set agents.defaults.mediaModels.\(kind) <provider>/<model>")
    }

    private func usual(_ kind: Modality, _ defaults: DefaultModels) -> ModelID? {
        switch kind {
        case .video: defaults.video
        case .image: defaults.image
        default: nil
        }
    }

    /// The newer name of the setting first.
    private func configured(_ kind: Modality) -> ModelChoice {
        let defaults = settings.value(["agents", "defaults"])
        let newer = ModelChoice(defaults?["mediaModels"]?[kind.rawValue])
        return newer.primary == nil ? ModelChoice(defaults?["\(kind)GenerationModel"]) : newer
    }

    /// The provider of the chat model first.
    private var entries: [ProviderEntry] {
        guard let chat = try? selector.defaultModel().entry.id else { return registry.entries }
        return registry.entries.filter { $0.id == chat } + registry.entries.filter { $0.id != chat }
    }

    private func choice(_ name: String, _ kind: Modality, isExact: Bool) throws(InferenceError) -> GenerationChoice {
        let selection = try selector.resolve(name)
        let wanted = selection.reference.model.rawValue.lowercased()
        let named = ModelRef(parsing: name).flatMap { registry.entry(for: $0.provider) }
        for entry in named.map({ [$0] }) ?? [selection.entry] + registry.entries {
            let models = try entry.provider.generation?.models() ?? []
            guard let model = models.first(where: { $0.model.rawValue.lowercased() == wanted && $0.kind == kind })
            else {
                continue
            }
            return GenerationChoice(
                entry: entry, model: model.model, profile: selection.reference.profile, isExact: isExact)
        }
        let known = try selection.entry.provider.generation?.models().filter { $0.kind == kind }.map(\.model.rawValue)
        let examples = (known ?? []).prefix(3).map { "\(selection.entry.id)/\($0)" }.joined(separator: ", ")
        throw InferenceError(
            .modelNotFound,
            "\(selection.reference) is not known to make \(kind)"
                + (examples.isEmpty ? "" : "; for example \(examples) do"),
            hint: "openclaw infer \(kind) providers")
    }
}
