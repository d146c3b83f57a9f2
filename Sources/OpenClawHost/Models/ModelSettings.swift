package import Inference

/// What a configuration says about models: `agents.defaults` and `models`.
package struct ModelSettings: Hashable, Sendable {
    /// `agents.defaults.model`.
    package var chat: ModelChoice
    /// `agents.defaults.imageModel`.
    package var image: ModelChoice
    /// `agents.defaults.models` in the order of the file.
    package var entries: [ModelEntry]
    /// `agents.defaults.params`: request fields for all models.
    package var parameters: JSONObject

    package init(configuration root: JSONValue = .object(JSONObject())) {
        let defaults = root["agents"]?["defaults"]
        chat = ModelChoice(defaults?["model"])
        image = ModelChoice(defaults?["imageModel"])
        parameters = defaults?["params"]?.object ?? JSONObject()
        entries = defaults?["models"]?.object?.members.map { ModelEntry(reference: $0.key, $0.value) } ?? []
    }

    /// The aliases in the order of the file: what users call a model, and its ref as written.
    package var aliases: [(alias: String, reference: String)] {
        entries.compactMap { entry in entry.alias.map { ($0, entry.reference) } }
    }

    /// The ref behind an alias, in any case.
    package func reference(forAlias alias: String) -> String? {
        let wanted = alias.lowercased()
        return aliases.first { $0.alias.lowercased() == wanted }?.reference
    }
}

/// A primary model and what is tried after it: a plain string, or `{ primary, fallbacks }`.
package struct ModelChoice: Hashable, Sendable {
    package var primary: String?
    package var fallbacks: [String]

    package init(_ value: JSONValue?) {
        primary = (value?.string ?? value?["primary"]?.string).flatMap { $0.isEmpty ? nil : $0 }
        fallbacks = value?["fallbacks"]?.array?.compactMap(\.string) ?? []
    }
}

/// One entry of `agents.defaults.models`.
package struct ModelEntry: Hashable, Sendable {
    /// The ref as the user wrote it.
    package var reference: String
    package var alias: String?
    /// What may be asked next when the user named this model for a run.
    package var fallbacks: [String]
    /// Request fields that the user adds for this model.
    package var parameters: JSONObject

    package init(reference: String, _ value: JSONValue) {
        self.reference = reference
        alias = value["alias"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        fallbacks = value["fallbacks"]?.array?.compactMap(\.string) ?? []
        parameters = value["params"]?.object ?? JSONObject()
    }
}
