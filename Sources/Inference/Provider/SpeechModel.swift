/// A codec for speech: it shapes requests from plans and reads what comes, and leaves carrying the bytes to the caller.
public protocol SpeechModel: Sendable {
    /// The models in the order of preference. Read when first asked for: nobody else pays for it.
    func models() throws(InferenceError) -> [SpeechSupport]

    /// One of the requests of a plan.
    ///
    /// - Parameters:
    ///   - index: which of ``SpeechPlan/requests``.
    ///   - id: ours, for protocols whose clients name their tasks: a UUID.
    ///   - isStreamed: whether the sound is wanted while it is made; sockets always do.
    /// - Throws: `InferenceError` with code `.invalidRequest` or `.unsupported`; nothing has left the machine then.
    func exchange(
        for plan: SpeechPlan, index: Int, id: String, isStreamed: Bool, context: CallContext
    ) throws(InferenceError) -> SpeechExchange
}
