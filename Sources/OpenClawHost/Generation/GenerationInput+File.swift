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
        guard kind != .page else {
            throw InferenceError(
                .invalidRequest, "expected a page of the web, which is an https:// address, got '\(text)'")
        }
        let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
        let path = FilePathText.normalized(FilePathText.join(workingDirectory, name))
        self.init(kind: kind, role: role, source: .file(path), facts: try Self.facts(of: path, kind))
    }

    /// What a file says of itself.
    ///
    /// - Throws: `.invalidRequest` for a file that is none, or of another kind.
    static func facts(of path: String, _ kind: Modality) throws(InferenceError) -> MediaFacts {
        let facts: MediaFacts?
        do throws(FileError) {
            facts = kind == .document ? try DocumentFormat.facts(of: path) : try MediaFacts(ofFile: path)
        } catch {
            throw InferenceError(
                .invalidRequest, "\(error.description); expected \(kind) as a file or an https:// address")
        }
        if kind == .document {
            if let facts { return facts }
            let endings = DocumentFormat.endings.joined(separator: ", ")
            throw InferenceError(
                .invalidRequest, "\(path) has no format that is known; expected a document: \(endings)")
        }
        guard let facts, let type = facts.mediaType, type.hasPrefix(kind.rawValue + "/") else {
            let found = facts?.mediaType.map { "is \($0)" } ?? "has no format that is known"
            throw InferenceError(.invalidRequest, "\(path) \(found); expected \(kind)")
        }
        return facts
    }
}
