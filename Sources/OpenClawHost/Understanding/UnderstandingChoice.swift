import Inference

/// A model that may be asked about a file, and the limits that hold for it.
package struct UnderstandingChoice: Sendable {
    package var selection: ModelSelection
    package var limits: UnderstandingLimits

    /// What the model takes of a kind; of models that nobody described anything that a service commonly takes.
    func rule(_ kind: Modality) throws(InferenceError) -> InputRule {
        let rules = try selection.entry.provider.understanding?.rules(for: selection.reference.model) ?? []
        return rules.first { $0.kind == kind }
            ?? InputRule(role: InputRole(kind.rawValue), kind: kind, isInlined: true, place: "")
    }

    /// Whether a file leaves the machine inside the request.
    func isInlined(_ input: GenerationInput) throws(InferenceError) -> Bool {
        guard case .file = input.source else { return true }
        return try rule(input.kind).isInlined && input.facts.byteCount ?? 0 <= InlineMedia.limit
    }

    /// - Throws: `.invalidRequest` when the file is more than the user or the model allow; nothing was sent.
    func check(_ input: GenerationInput) throws(InferenceError) {
        guard case .file(let path) = input.source else { return }
        let name = FilePathText.name(of: path)
        if let limit = limits.maxBytes, let size = input.facts.byteCount, size > limit {
            throw InferenceError(
                .invalidRequest,
                "\(name) has \(size) bytes; tools.media.\(input.kind).maxBytes allows \(limit)",
                hint: "openclaw config set tools.media.\(input.kind).maxBytes \(size)")
        }
        do throws(InferenceError) {
            try rule(input.kind).check(input.facts, for: selection.reference.model)
        } catch {
            var error = error
            error.message = "\(name): \(error.message)"
            throw error
        }
    }
}
