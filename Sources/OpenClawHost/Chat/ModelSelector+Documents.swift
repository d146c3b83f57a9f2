package import Inference

extension ModelSelector {
    /// The models to ask for vectors or ranks: the one that was named, else the default of the provider, else that of the
    /// configured one.
    ///
    /// - Throws: `.unsupported` when no provider has such models, `.invalidConfiguration` for a model of another kind.
    package func candidates(
        named name: String?, of provider: String? = nil, for capability: Capability
    ) throws(InferenceError) -> [ModelSelection] {
        let candidates: [ModelSelection]
        if let name {
            candidates = try self.candidates(named: name)
        } else {
            candidates = [try defaultModel(for: capability, of: provider)]
        }
        for selection in candidates where selection.isKnown && !selection.descriptor.serves(capability) {
            let usual = try? defaultModel(for: capability).reference
            throw InferenceError(
                .invalidConfiguration,
                "\(selection.reference) is no model for \(capability)"
                    + (usual.map { "; expected one such as \($0)" } ?? ""),
                hint: "openclaw models list --all")
        }
        return candidates
    }

    private func defaultModel(
        for capability: Capability, of provider: String? = nil
    ) throws(InferenceError) -> ModelSelection {
        let entries: [ProviderEntry]
        if let provider {
            entries = [try registry.requiredEntry(for: ProviderID(provider))]
        } else {
            entries = [try? defaultModel().entry].compactMap { $0 } + registry.entries
        }
        for entry in entries {
            let defaults = entry.provider.manifest.defaults
            let model = capability == .rerank ? defaults.rerank : defaults.embedding
            if let model { return try resolve("\(entry.id)/\(model)") }
        }
        throw InferenceError(
            .unsupported,
            "\(provider ?? "no provider of this build") has \(provider == nil ? "" : "no ")models for \(capability)")
    }
}

extension ModelDescriptor {
    fileprivate func serves(_ capability: Capability) -> Bool {
        capability == .rerank
            ? rerank != nil || output.contains("scores") : embedding != nil || output.contains(.embedding)
    }
}
