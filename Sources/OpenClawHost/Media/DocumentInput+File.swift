package import Inference

extension DocumentInput {
    /// A picture or clip as a user writes it: an address, or a picture of this machine, which travels in the request.
    ///
    /// - Throws: `.invalidRequest` for a file that is none, of another kind, or too large to travel so.
    package init(written text: String, kind: Modality, workingDirectory: String) throws(InferenceError) {
        let input = try GenerationInput(written: text, kind: kind, role: nil, workingDirectory: workingDirectory)
        switch input.source {
        case .address(let address): self.init(kind, address)
        case .file(let path):
            guard kind == .image else {
                throw InferenceError(.invalidRequest, "\(text) is a file; expected \(kind) by its https:// address")
            }
            guard input.facts.byteCount ?? 0 <= InlineMedia.limit else { throw InlineMedia.refusal(of: path) }
            self.init(kind, try InlineMedia.url(of: path, input.facts), name: text, facts: input.facts)
        }
    }
}
