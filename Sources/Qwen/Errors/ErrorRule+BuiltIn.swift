#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ErrorRule {
    /// The rows of `Resources/errors.json`, in order. A test decodes the file strictly; a broken one leaves none.
    public static let builtIn: [ErrorRule] = {
        (try? JSONDecoder().decode(Table.self, from: Data(PackageResources.errors_json)))?.rules ?? []
    }()

    /// The resource file.
    struct Table: Decodable { var rules: [ErrorRule] }
}
