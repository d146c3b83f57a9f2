/// Hears what becomes of one answer, whoever reads it. Without an end it was dropped before it was complete.
public protocol ChatAnswerObserver: AnyObject, Sendable {
    /// An event is about to be given to the reader.
    func observe(_ event: ChatEvent)

    /// The answer is over: complete when there is no error.
    func end(_ error: InferenceError?)
}
