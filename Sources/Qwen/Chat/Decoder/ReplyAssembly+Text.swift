import Inference

// Visible text and reasoning, on their way to events.
extension ReplyAssembly {
    mutating func takeText(_ text: String, into output: inout ChatDecoderOutput) {
        guard let new = isCumulative ? textSoFar.increment(of: text) : text, !new.isEmpty else { return }
        guard filtersThinkTags else { return emitText(new, into: &output) }
        for piece in tags.feed(new) { emit(piece, into: &output) }
    }

    mutating func takeReasoning(_ text: String, into output: inout ChatDecoderOutput) {
        guard let new = isCumulative ? reasoningSoFar.increment(of: text) : text, !new.isEmpty else { return }
        hasReasoning = true
        output.events.append(.reasoning(new))
    }

    /// Hands over text that was held back because it might have become a tag.
    mutating func flushText(into output: inout ChatDecoderOutput) {
        guard filtersThinkTags, tags.isHolding else { return }
        for piece in tags.finish() { emit(piece, into: &output) }
    }

    private mutating func emitText(_ text: String, into output: inout ChatDecoderOutput) {
        hasText = true
        output.events.append(.text(text))
    }

    private mutating func emit(_ piece: ThinkTagFilter.Piece, into output: inout ChatDecoderOutput) {
        switch piece {
        case .text(let text): emitText(text, into: &output)
        case .reasoning(let text):
            hasReasoning = true
            output.events.append(.reasoning(text))
        case .firstTag: note("think-tags", "thinking stood in the answer between tags and was moved out", into: &output)
        }
    }
}
