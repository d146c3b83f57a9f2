package import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The voices of users' own that this machine knows of, so that one is never sent to a model that it was not made for.
///
/// A memory only: the service knows better, and is asked with `openclaw infer tts voices --own`.
package struct KnownVoices: Sendable {
    package struct Entry: Hashable, Sendable, Codable {
        package var voice: String
        /// The only model that speaks with it.
        package var model: ModelID
        package var provider: ProviderID
        package var endpoint: EndpointID
        package var maker: ModelID
    }

    private let path: String

    /// - Parameter stateDirectory: of the installation.
    package init(stateDirectory: String) { path = FilePathText.join(stateDirectory, "media/voices.json") }

    /// All of them; none when nobody can read the file.
    package var all: [Entry] {
        guard let bytes = try? FileContents.read(path) else { return [] }
        return (try? JSONDecoder().decode([Entry].self, from: Data(bytes))) ?? []
    }

    package func entry(_ voice: String) -> Entry? { all.first { $0.voice == voice } }

    func add(_ entry: Entry) throws(InferenceError) {
        try write(all.filter { $0.voice != entry.voice || $0.endpoint != entry.endpoint } + [entry])
    }

    func remove(_ voice: String) throws(InferenceError) { try write(all.filter { $0.voice != voice }) }

    /// What the service has on an endpoint, instead of what was known of it.
    func replace(_ entries: [Entry], of provider: ProviderID, on endpoint: EndpointID) throws(InferenceError) {
        try write(all.filter { $0.provider != provider || $0.endpoint != endpoint } + entries)
    }

    private func write(_ entries: [Entry]) throws(InferenceError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes: Data
        do { bytes = try encoder.encode(entries) } catch {
            throw InferenceError(.storeFailed, "the voices cannot be written down: \(error)")
        }
        do throws(FileError) { try AtomicFile(path).replace(with: Array(bytes)) } catch { throw error.inferenceError }
    }
}
