public import HTTPTypes

/// A codec for writing recordings down: it shapes requests from plans and reads answers.
public protocol TranscriptionModel: Sendable {
    /// The models in the order of preference. Read when first asked for: nobody else pays for it.
    func models() throws(InferenceError) -> [TranscriptionSupport]

    /// The request of a plan of kind ``Modality/text``.
    ///
    /// - Parameter source: an address, an uploaded file's reference, or a `data:` URL.
    /// - Throws: `InferenceError` with code `.invalidRequest` or `.unsupported`; nothing has left the machine then.
    func exchange(
        for plan: GenerationPlan, source: String, context: CallContext
    ) throws(InferenceError) -> HTTPExchangeRequest

    /// What a request led to: a task to be asked for later, or a result whose only text is a document to be read by
    /// ``transcript(in:)``.
    ///
    /// - Throws: what the service answered, as the codec classified it.
    func answer(
        _ head: HTTPResponse, _ body: [UInt8], to plan: GenerationPlan, context: CallContext
    ) throws(InferenceError) -> GenerationAnswer

    /// Reads the document of a transcription, whether it came with the answer or as the file of a task.
    ///
    /// - Throws: `.malformedResponse`.
    func transcript(in document: [UInt8]) throws(InferenceError) -> Transcript

    /// The conversation of a plan for a model that listens on a socket; `nil` for all others.
    ///
    /// - Parameter id: ours, for protocols whose clients name their tasks: a UUID.
    /// - Throws: `InferenceError` with code `.invalidRequest` or `.unsupported`; nothing has left the machine then.
    func listening(
        to plan: GenerationPlan, id: String, context: CallContext
    ) throws(InferenceError) -> ListeningExchange?
}

extension TranscriptionModel {
    public func listening(
        to plan: GenerationPlan, id: String, context: CallContext
    ) throws(InferenceError) -> ListeningExchange? { nil }
}
