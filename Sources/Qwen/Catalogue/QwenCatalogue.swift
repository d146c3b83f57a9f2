public import Inference

/// The catalogue that the library carries: every provider id with its endpoints, onboarding choices and models.
///
/// It is data: `Resources/provider.json`, `models.json` and `prices.json`. No code knows a model by name.
///
/// ```swift
/// let manifest = try QwenCatalogue.manifests()[0]
/// print(manifest.defaults.chat)  // qwen3.5-plus
/// ```
public enum QwenCatalogue {
    /// The manifests in the order of listings, decoded anew at each call: keep the result.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when the embedded files contradict themselves,
    ///   which the tests of the library rule out.
    public static func manifests() throws(InferenceError) -> [ProviderManifest] {
        let files: CatalogueFiles
        do {
            files = try CatalogueFiles.embedded()
        } catch {
            throw InferenceError(.invalidConfiguration, "the embedded catalogue cannot be read: \(error)")
        }
        return try files.manifests()
    }
}

extension CatalogueFiles {
    /// The manifests with all names resolved.
    func manifests() throws(InferenceError) -> [ProviderManifest] {
        let unknown = try models.unknownModel.resolved(in: models)
        var manifests: [ProviderManifest] = []
        for row in providers.providers {
            var descriptors: [ModelDescriptor] = []
            for model in models.models[row.id.rawValue] ?? [] { descriptors.append(try model.resolved(in: models)) }
            manifests.append(row.manifest(models: descriptors, unknownModel: unknown))
        }
        return manifests
    }
}

extension ProvidersFile.Row {
    /// The manifest with its models.
    func manifest(models: [ModelDescriptor], unknownModel: ModelDescriptor) -> ProviderManifest {
        ProviderManifest(
            id: id, aliases: aliases, label: label, hint: hint, documentation: documentation, keysPage: keysPage,
            environment: environment, plans: plans, endpoints: endpoints, authChoices: authChoices, retired: retired,
            defaults: defaults, models: models, unknownModel: unknownModel)
    }
}
