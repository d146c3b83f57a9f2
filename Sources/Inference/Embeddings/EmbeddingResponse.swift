/// The vectors of some texts, in their order.
public struct EmbeddingResponse: Hashable, Sendable {
    /// One for each text.
    public var vectors: [EmbeddingVector]
    /// The model that answered, as the service spells it.
    public var model: ModelID?
    /// The service's request id, to quote in a complaint.
    public var requestID: String?
    /// Token counts, when the service gave any.
    public var usage: Usage?

    public init(vectors: [EmbeddingVector], model: ModelID? = nil, requestID: String? = nil, usage: Usage? = nil) {
        self.vectors = vectors
        self.model = model
        self.requestID = requestID
        self.usage = usage
    }

    /// The answers to the batches of one request as one answer; what they spent is added up.
    public init(merging answers: [EmbeddingResponse]) {
        self.init(
            vectors: answers.flatMap(\.vectors), model: answers.first?.model, requestID: answers.first?.requestID,
            usage: answers.reduce(nil) { sum, answer in
                guard let usage = answer.usage else { return sum }
                return Usage(input: (sum?.input ?? 0) + usage.input, output: 0)
            })
    }
}
