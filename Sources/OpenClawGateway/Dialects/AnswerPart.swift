package import Inference

/// A part of an answer, for protocols that deliver one part after the other.
package enum AnswerPart: Hashable, Sendable {
    case text
    case reasoning
    /// A tool call; its arguments are complete when the part is closed.
    case call(ToolCall)
}

/// One step in the delivery of an answer's parts.
package enum AnswerStep: Hashable, Sendable {
    case opened(AnswerPart)
    /// More of the open part: text, reasoning, or argument text.
    case grew(String)
    case closed(AnswerPart)
}
