public import HTTPTypes

/// A codec for pictures and videos: it shapes requests from plans and reads answers, and leaves carrying the bytes, waiting
/// and saving to the caller.
public protocol GenerationModel: Sendable {
    /// The models in the order of listings. Read when first asked for: nobody else pays for it.
    func models() throws(InferenceError) -> [GenerationSupport]

    /// The request of a plan.
    ///
    /// - Parameter sources: one text for each input of the plan, in order: an address, an uploaded file's reference, or a
    ///   `data:` URL.
    /// - Throws: `InferenceError` with code `.invalidRequest` or `.unsupported`; nothing has left the machine then.
    func exchange(
        for plan: GenerationPlan, sources: [String], context: CallContext
    ) throws(InferenceError) -> HTTPExchangeRequest

    /// What a request led to: a task to be asked for later, or results.
    ///
    /// - Throws: what the service answered, as the codec classified it.
    func answer(
        _ head: HTTPResponse, _ body: [UInt8], to plan: GenerationPlan, context: CallContext
    ) throws(InferenceError) -> GenerationAnswer
}
