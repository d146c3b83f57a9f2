import Inference
import OpenClawHost

extension ChatOutcome {
    /// An answer without text and calls is a failure, and users want to know why.
    ///
    /// - Throws: `InferenceError` with code `empty_answer`.
    func requireAnswer() throws(InferenceError) {
        guard response.text.trimmingASCIIWhitespace().isEmpty, response.toolCalls.isEmpty else { return }
        var error = InferenceError("empty_answer", "the model answered nothing", requestID: response.requestID)
        if response.finishReason == .contentFilter {
            error.code = .contentRejected
            error.message = "the content filter stopped the answer before its first word"
        } else if !response.reasoning.isEmpty || (usage?.reasoning ?? 0) > 0 {
            let isCut = response.finishReason == .length
            error.message =
                isCut
                ? "the model spent the whole output limit on thinking and never answered"
                : "the model thought and then answered nothing"
            error.hint =
                isCut
                ? "run it again with --thinking off, a smaller --thinking-budget or a larger --max-tokens"
                : "run it again with --show-reasoning to see what it thought, or with --thinking off"
        } else if response.finishReason == .length {
            error.message = "the output limit left no room for an answer"
            error.hint = "run it again with a larger --max-tokens"
        }
        throw error
    }
}
