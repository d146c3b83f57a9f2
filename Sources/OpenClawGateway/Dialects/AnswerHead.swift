/// What an encoder has to know of an answer before its first event.
package struct AnswerHead: Hashable, Sendable {
    /// Our own id of the call; ids of answers are made from it when the service gives none.
    package var callID: String
    /// The model as the client named it, to be named in the answer.
    package var model: String
    /// Seconds since 1970.
    package var created: Int

    package init(callID: String, model: String, created: Int) {
        self.callID = callID
        self.model = model
        self.created = created
    }
}
