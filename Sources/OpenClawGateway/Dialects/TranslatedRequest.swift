package import Inference

/// A client's request as a chat completion, and who writes its answer.
package struct TranslatedRequest: Sendable {
    /// The model as the client named it; `nil` when it left that open.
    package var model: String?
    package var request: ChatRequest
    package var isStreamed: Bool
    /// What the client calls the conversation, so that it stays with one of several keys; never sent.
    package var conversation: String?
    /// What was changed on the way, to be told in the answer's header fields.
    package var adjustments: [Adjustment]
    package var makeEncoder: @Sendable (AnswerHead) -> any AnswerEncoder

    package init(
        model: String?, request: ChatRequest, isStreamed: Bool, conversation: String? = nil,
        adjustments: [Adjustment] = [],
        makeEncoder: @escaping @Sendable (AnswerHead) -> any AnswerEncoder
    ) {
        self.model = model
        self.request = request
        self.isStreamed = isStreamed
        self.conversation = conversation
        self.adjustments = adjustments
        self.makeEncoder = makeEncoder
    }
}
