import Inference

/// Why one model is asked and not another.
struct ModelReasons {
    let installation: Installation
    let route: ChatRoute
    let ways: [ChatForecast.Way]
    /// What the user named for the run.
    let named: String?

    private var selection: ModelSelection { route.selection }
    private var settings: ModelSettings { installation.selector.settings }

    /// - Parameter wire: the model as it is sent.
    func fact(wire: String) -> ExplainedFact {
        guard let first = ways.first?.selection, first.reference != selection.reference else {
            return ExplainedFact(wire, source: place, why: ([rule] + alias).joined(separator: "; "))
        }
        return ExplainedFact(
            wire, source: fallbackPlace(of: first),
            why: (["a fallback: \(first.reference) \(trouble(first))"] + alias)
                .joined(separator: "; "))
    }

    private var rule: String {
        if named != nil { return "it was named" }
        if isImageModel { return "the default model takes no pictures, so they go to the image model" }
        return settings.chat.primary == nil
            ? "no default is configured, so it is the provider's own" : "the configured default"
    }

    private var place: String? {
        if named != nil { return "the command line" }
        if !isImageModel, settings.chat.primary == nil { return "catalogue of \(selection.entry.label)" }
        let path = ["agents", "defaults", isImageModel ? "imageModel" : "model"]
        let isObject = installation.configuration.place(of: path + ["primary"]) != nil
        return written(at: isObject ? path + ["primary"] : path)
    }

    private var isImageModel: Bool {
        guard named == nil, let image = try? installation.selector.imageModel() else { return false }
        return (try? installation.selector.defaultModel())?.reference != selection.reference
            && image.reference == selection.reference
    }

    private var alias: [String] {
        let name = ModelRef.splitProfile(selection.written).reference
        guard let target = settings.reference(forAlias: name), target.lowercased() != name.lowercased() else {
            return []
        }
        let path = ["agents", "defaults", "models", target, "alias"]
        return ["\(name) is an alias of \(target) (\(installation.accounts.settings.place(of: path)))"]
    }

    private func fallbackPlace(of first: ModelSelection) -> String? {
        guard named != nil, let entry = installation.selector.entry(of: first.reference) else {
            return written(at: ["agents", "defaults", isImageModel ? "imageModel" : "model", "fallbacks"])
        }
        return written(at: ["agents", "defaults", "models", entry.reference, "fallbacks"])
    }

    private func trouble(_ first: ModelSelection) -> String {
        let own = ways.filter { $0.selection.reference == first.reference }
        if own.contains(where: { $0.rest != nil }) { return "is left alone now" }
        for case .impossible(let error) in own.map(\.standing) { return "cannot be asked: \(error.message)" }
        return "cannot be asked"
    }

    private func written(at path: [String]) -> String {
        "\(ConfigurationPath(keys: path)) (\(installation.accounts.settings.place(of: path)))"
    }
}
