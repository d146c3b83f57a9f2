/// Documents in order of relevance, the best first.
public struct RerankResponse: Hashable, Sendable {
    public var results: [Result]
    /// The model that answered, as the service spells it.
    public var model: ModelID?
    /// The service's request id, to quote in a complaint.
    public var requestID: String?
    /// Token counts, when the service gave any.
    public var usage: Usage?

    /// One document of the request.
    public struct Result: Hashable, Sendable {
        /// Its place in the request.
        public var index: Int
        /// From 0 to 1; higher is better.
        public var score: Double

        public init(index: Int, score: Double) {
            self.index = index
            self.score = score
        }
    }

    public init(results: [Result], model: ModelID? = nil, requestID: String? = nil, usage: Usage? = nil) {
        self.results = results
        self.model = model
        self.requestID = requestID
        self.usage = usage
    }
}
