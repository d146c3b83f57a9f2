package import Inference

/// Something that can tell whether the state database of an installation is sound.
package protocol StoreInspecting: Sendable {
    /// Where the database is, whether it exists or not.
    var path: String { get }

    /// Opens the database and checks it; nothing is created.
    ///
    /// - Returns: what is wrong with it, a line each; `nil` when there is no database.
    /// - Throws: `InferenceError` when it cannot be opened.
    func inspect() throws(InferenceError) -> [String]?
}
