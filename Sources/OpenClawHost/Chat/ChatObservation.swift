package import Inference

/// What happens while a conversation is answered, in order.
package enum ChatObservation: Sendable {
    /// A request is about to go out.
    case asking(ChatRoute)
    /// An attempt failed and another one follows.
    case fellBack(ChatAttempt)
    /// Nothing can be asked for so long.
    case waiting(Duration)
    /// A piece of the answer.
    case event(ChatEvent)
    /// A tool was run and its result goes back to the model.
    case toolResult(ToolCall, result: String)
}
