import Inference

extension CatalogueObject {
    /// The root of a resource file.
    init(file bytes: [UInt8], called name: String) throws(InferenceError) {
        let document: JSONDocument
        do {
            document = try JSONDocument(bytes)
        } catch {
            throw InferenceError(.invalidConfiguration, "the \(name) is no JSON: \(error)")
        }
        try self.init(document.root)
    }

    /// Rows by provider, each of which stands for as many things as it has names.
    mutating func providers<Element>(
        _ key: String, _ read: (inout CatalogueObject) throws(InferenceError) -> [Element]
    ) throws(InferenceError) -> [ProviderID: [Element]] {
        let rows = try lists(key, read)
        return Dictionary(uniqueKeysWithValues: rows.map { (ProviderID($0), $1.flatMap(\.self)) })
    }
}
