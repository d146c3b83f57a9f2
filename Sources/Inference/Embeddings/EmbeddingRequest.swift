/// Texts, pictures and clips to be turned into vectors.
public struct EmbeddingRequest: Hashable, Sendable {
    /// The model.
    public var model: ModelID
    /// In the order in which their vectors are wanted.
    public var inputs: [DocumentInput]
    /// The length of the vectors; `nil` for the model's own.
    public var dimensions: Int?
    /// Whether one vector for all of them is wanted.
    public var isFused: Bool
    /// Members that are sent as they are.
    public var extra: JSONObject

    public init(
        model: ModelID, inputs: [DocumentInput], dimensions: Int? = nil, isFused: Bool = false,
        extra: JSONObject = JSONObject()
    ) {
        self.model = model
        self.inputs = inputs
        self.dimensions = dimensions
        self.isFused = isFused
        self.extra = extra
    }

    /// For texts alone.
    public init(model: ModelID, texts: [String], dimensions: Int? = nil, extra: JSONObject = JSONObject()) {
        self.init(
            model: model, inputs: texts.map { DocumentInput(.text, $0) }, dimensions: dimensions, extra: extra)
    }

    /// The requests that a model takes one after the other: the same inputs in the same order, no more in each than fit.
    /// One vector for all of them is asked for at once.
    public func batches(for model: ModelDescriptor) -> [EmbeddingRequest] {
        guard !isFused else { return [self] }
        let support = model.embedding
        let size = support?.fusion == .always ? 1 : max(1, support?.batch ?? 1)
        let groups = DocumentLimits(count: size, media: support?.media ?? []).groups(inputs)
        guard groups.count > 1 else { return [self] }
        return groups.map { group in
            var batch = self
            batch.inputs = group
            return batch
        }
    }
}
