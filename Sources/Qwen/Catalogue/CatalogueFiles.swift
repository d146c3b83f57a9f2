#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The resource files as they are written, before names of shapes and sources are resolved.
struct CatalogueFiles: Sendable {
    var providers: ProvidersFile
    var models: ModelsFile

    /// Decodes the files that are embedded in the library.
    static func embedded() throws -> CatalogueFiles {
        let decoder = JSONDecoder()
        return CatalogueFiles(
            providers: try decoder.decode(ProvidersFile.self, from: Data(PackageResources.provider_json)),
            models: try decoder.decode(ModelsFile.self, from: Data(PackageResources.models_json)))
    }
}
