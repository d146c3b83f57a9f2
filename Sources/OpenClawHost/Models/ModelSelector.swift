package import Inference

/// Finds the model that a text names, and the models that are used when nothing is named.
package struct ModelSelector: Sendable {
    package let registry: ProviderRegistry
    package let settings: ModelSettings

    package init(registry: ProviderRegistry, settings: ModelSettings) {
        self.registry = registry
        self.settings = settings
    }

    /// Resolves an alias, a ref or a bare model id. Unknown models pass with a warning, as they were written.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` for an empty text and for unknown providers.
    package func resolve(_ text: String) throws(InferenceError) -> ModelSelection {
        let written = text.trimmingASCIIWhitespace()
        guard !written.isEmpty else {
            throw InferenceError(
                .invalidConfiguration, "the model is empty; expected <provider>/<model> or an alias",
                hint: "openclaw models list --all")
        }
        let (name, profile) = ModelRef.splitProfile(written)
        if let reference = settings.reference(forAlias: name), reference.lowercased() != name.lowercased() {
            let (target, ownProfile) = ModelRef.splitProfile(reference)
            return try resolve(reference: target, profile: profile ?? ownProfile, written: written)
        }
        return try resolve(reference: name, profile: profile, written: written)
    }

    /// The model for chat when the user names none: the configured one, else the default of the first provider.
    package func defaultModel() throws(InferenceError) -> ModelSelection {
        if let primary = settings.chat.primary { return try resolve(primary) }
        guard let first = registry.entries.first else {
            throw InferenceError(.invalidConfiguration, "this build has no providers")
        }
        return select(first.catalogue.defaults.chat, of: first, profile: nil, written: "")
    }

    /// The model for requests with images: the configured one, `nil` when there is none.
    package func imageModel() throws(InferenceError) -> ModelSelection? {
        guard let primary = settings.image.primary else { return nil }
        return try resolve(primary)
    }

    /// The models to ask when the user named none: the configured one and its fallbacks. Pictures go to the image model
    /// when the chat model does not take them and one is configured.
    package func candidates(forImages hasImages: Bool) throws(InferenceError) -> [ModelSelection] {
        let primary = try defaultModel()
        if hasImages, !primary.descriptor.takes(.image), let image = try imageModel() {
            return try withFallbacks(image, settings.image.fallbacks)
        }
        return try withFallbacks(primary, settings.chat.fallbacks)
    }

    /// The models to ask when the user named one: that one alone, unless the configuration gives it fallbacks of its own.
    package func candidates(named text: String) throws(InferenceError) -> [ModelSelection] {
        let named = try resolve(text)
        return try withFallbacks(named, entry(of: named.reference)?.fallbacks ?? [])
    }

    private func withFallbacks(
        _ first: ModelSelection, _ fallbacks: [String]
    ) throws(InferenceError) -> [ModelSelection] {
        var selections = [first]
        for text in fallbacks {
            let next = try resolve(text)
            if !selections.contains(where: { $0.reference == next.reference }) { selections.append(next) }
        }
        return selections
    }

    private func resolve(
        reference: String, profile: String?, written: String
    ) throws(InferenceError) -> ModelSelection {
        if let parsed = ModelRef(parsing: reference) {
            let isWholeID = registry.entry(for: parsed.provider) == nil
            if isWholeID, let entry = owner(of: ModelID(reference)) {
                return select(ModelID(reference), of: entry, profile: profile, written: written)
            }
            let entry = try registry.requiredEntry(for: parsed.provider)
            return select(parsed.model, of: entry, profile: profile, written: written)
        }
        return try resolveBare(ModelID(reference), profile: profile, written: written)
    }

    private func resolveBare(
        _ id: ModelID, profile: String?, written: String
    ) throws(InferenceError) -> ModelSelection {
        if let entry = owner(of: id) {
            return select(id, of: entry, profile: profile, written: written)
        }
        guard let fallback = preferred.flatMap(registry.entry) ?? registry.entries.first else {
            throw InferenceError(.invalidConfiguration, "this build has no providers")
        }
        let selection = select(id, of: fallback, profile: profile, written: written)
        return selection.warned([
            "model \"\(id)\" was named without a provider and nobody lists it; using \"\(selection.reference)\""
        ])
    }

    private func select(
        _ id: ModelID, of entry: ProviderEntry, profile: String?, written: String
    ) -> ModelSelection {
        let id = Self.withoutDoubledProvider(id, of: entry)
        let known = entry.descriptor(of: id)
        let descriptor = known ?? entry.assumedDescriptor(of: id)
        let reference = ModelRef(provider: entry.id, model: descriptor.id, profile: profile)
        let caching = CachingSetting(
            model: self.entry(of: reference)?.parameters, provider: entry.account.settings, all: settings.parameters)
        let warnings =
            known == nil
            ? ["model \"\(reference)\" is in no catalogue; it is sent as written, limits and abilities are guesses"]
            : []
        return ModelSelection(
            reference: reference, written: written, entry: entry, descriptor: descriptor,
            parameters: parameters(of: reference), caching: caching.caching, isKnown: known != nil,
            warnings: warnings + caching.problems)
    }

    private func parameters(of reference: ModelRef) -> JSONObject {
        var parameters = settings.parameters
        for member in entry(of: reference)?.parameters.members ?? [] { parameters[member.key] = member.value }
        return parameters
    }

    /// What the user's configuration says about a model.
    package func entry(of reference: ModelRef) -> ModelEntry? {
        settings.entries.first { entry in
            guard let written = ModelRef(parsing: entry.reference) else { return false }
            return registry.entry(for: written.provider)?.id == reference.provider
                && written.model.rawValue.lowercased() == reference.model.rawValue.lowercased()
        }
    }

    /// The provider that lists a bare model id: the one that the configuration gives it to, else the provider of the
    /// configured default, else the first whose catalogue has it.
    private func owner(of id: ModelID) -> ProviderEntry? {
        let wanted = id.rawValue.lowercased()
        let references = settings.entries.compactMap { ModelRef(parsing: $0.reference) }
        let named = references.filter { $0.model.rawValue.lowercased() == wanted }
        let listing = registry.entries.filter { $0.descriptor(of: id) != nil }
        let configured =
            named.compactMap { registry.entry(for: $0.provider)?.id }
            + listing.filter { $0.descriptor(of: id)?.isFromUser == true }.map(\.id)
        if Set(configured).count == 1, let owner = configured.first { return registry.entry(for: owner) }
        return listing.first { $0.id == preferred } ?? listing.first
    }

    /// The provider whose models a bare id means first: that of the configured default.
    private var preferred: ProviderID? {
        settings.chat.primary.flatMap { ModelRef(parsing: $0) }.flatMap { registry.entry(for: $0.provider)?.id }
    }

    private static func withoutDoubledProvider(_ id: ModelID, of entry: ProviderEntry) -> ModelID {
        let prefix = entry.id.rawValue + "/"
        guard id.rawValue.lowercased().hasPrefix(prefix), id.rawValue.count > prefix.count else { return id }
        return ModelID(String(id.rawValue.dropFirst(prefix.count)))
    }
}
