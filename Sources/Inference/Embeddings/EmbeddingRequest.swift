/// Texts to be turned into vectors.
public struct EmbeddingRequest: Hashable, Sendable {
    /// The model.
    public var model: ModelID
    /// The texts, in the order in which their vectors are wanted.
    public var inputs: [String]
    /// The length of the vectors; `nil` for the model's own.
    public var dimensions: Int?
    /// Members that are sent as they are.
    public var extra: JSONObject

    public init(model: ModelID, inputs: [String], dimensions: Int? = nil, extra: JSONObject = JSONObject()) {
        self.model = model
        self.inputs = inputs
        self.dimensions = dimensions
        self.extra = extra
    }

    /// The requests that a model takes one after the other: the same texts in the same order, no more in each than fit.
    public func batches(for model: ModelDescriptor) -> [EmbeddingRequest] {
        let size = max(1, model.embedding?.batch ?? 1)
        guard inputs.count > size else { return [self] }
        return stride(from: 0, to: inputs.count, by: size).map { start in
            var batch = self
            batch.inputs = Array(inputs[start..<min(start + size, inputs.count)])
            return batch
        }
    }
}
