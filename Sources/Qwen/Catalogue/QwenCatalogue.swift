public import Inference

/// The catalogue that the library carries: every provider id with its endpoints, onboarding choices and models.
///
/// It is data: `Resources/provider.json`, `models.json` and `prices.json`. No code knows a model by name.
///
/// ```swift
/// let manifest = try QwenCatalogue.manifests()[0]
/// let model = manifest.descriptor(for: manifest.defaults.chat)  // its limits, abilities and prices
/// ```
public enum QwenCatalogue {
    /// The manifests in the order of listings, read anew at each call: keep the result.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when the embedded files contradict themselves,
    ///   which the tests of the library rule out.
    public static func manifests() throws(InferenceError) -> [ProviderManifest] {
        try manifests(
            providers: PackageResources.provider_json, models: PackageResources.models_json,
            prices: PackageResources.prices_json)
    }

    /// The manifests of three resource files.
    static func manifests(
        providers: [UInt8], models: [UInt8], prices: [UInt8]
    ) throws(InferenceError) -> [ProviderManifest] {
        let prices = try read(prices, PriceList.init(reading:)).prices
        let (unknown, catalogue) = try read(models) { file throws(InferenceError) in
            let shapes = try ModelShapes(reading: &file)
            let unknown = try file.object("unknownModel") { row throws(InferenceError) in
                try ModelDescriptor(reading: &row, shapes: shapes, prices: [:])
            }
            let models = try file.object("models") { table throws(InferenceError) in
                try ModelDescriptor.byProvider(reading: &table, shapes: shapes, prices: prices)
            }
            return (unknown, models)
        }
        var manifests = try read(providers) { file throws(InferenceError) in
            try file.list("providers") { row throws(InferenceError) in
                try ProviderManifest(reading: &row, unknownModel: unknown)
            }
        }
        for index in manifests.indices { manifests[index].models = catalogue[manifests[index].id] ?? [] }
        return manifests
    }

    private static func read<Value>(
        _ bytes: [UInt8], _ body: (inout CatalogueObject) throws(InferenceError) -> Value
    ) throws(InferenceError) -> Value {
        var object = try CatalogueObject(file: bytes, called: "catalogue")
        let value = try body(&object)
        try object.finish()
        return value
    }
}

extension ModelDescriptor {
    fileprivate static func byProvider(
        reading table: inout CatalogueObject, shapes: ModelShapes, prices: [String: [String: [Price]]]
    ) throws(InferenceError) -> [ProviderID: [ModelDescriptor]] {
        var models: [ProviderID: [ModelDescriptor]] = [:]
        for provider in table.keys {
            models[ProviderID(provider)] = try table.list(provider) { row throws(InferenceError) in
                try ModelDescriptor(reading: &row, shapes: shapes, prices: prices[provider] ?? [:])
            }
        }
        return models
    }
}
