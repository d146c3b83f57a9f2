package import Inference

extension GenerationInput {
    /// An input as a user writes it: an address, or a file of this machine. A leading `@` is dropped.
    ///
    /// - Throws: `.invalidRequest` for a file that is none, or of another kind.
    package init(
        written text: String, kind: Modality, role: InputRole?, workingDirectory: String
    ) throws(InferenceError) {
        if text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("oss://") {
            self.init(kind: kind, role: role, source: .address(text))
            return
        }
        let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
        let path = FilePathText.normalized(FilePathText.join(workingDirectory, name))
        let facts: MediaFacts
        do throws(FileError) { facts = try MediaFacts(ofFile: path) } catch {
            throw InferenceError(
                .invalidRequest, "\(error.description); expected \(kind) as a file or an https:// address")
        }
        guard let type = facts.mediaType, type.hasPrefix(kind.rawValue + "/") else {
            let found = facts.mediaType.map { "is \($0)" } ?? "has no format that is known"
            throw InferenceError(.invalidRequest, "\(path) \(found); expected \(kind)")
        }
        self.init(kind: kind, role: role, source: .file(path), facts: facts)
    }
}
