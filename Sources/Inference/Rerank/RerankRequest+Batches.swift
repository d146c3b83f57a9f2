extension RerankRequest {
    /// The requests that a model takes one after the other. Every document is scored by itself, so the scores of all of them
    /// can be compared.
    public func batches(for model: ModelDescriptor) -> [RerankRequest] {
        let support = model.rerank
        let limits = DocumentLimits(count: max(1, support?.documents ?? 1), media: support?.media ?? [])
        let groups = limits.groups(documents)
        guard groups.count > 1 else { return [self] }
        return groups.map { group in
            var batch = self
            batch.documents = group
            return batch
        }
    }
}

extension RerankResponse {
    /// The answers to the batches of one request as one answer.
    public init(merging answers: [RerankResponse], of batches: [RerankRequest]) {
        var results: [Result] = []
        var (offset, tokens) = (0, Int?.none)
        for (answer, batch) in zip(answers, batches) {
            results += answer.results.map { Result(index: $0.index + offset, score: $0.score) }
            offset += batch.documents.count
            if let usage = answer.usage { tokens = (tokens ?? 0) + usage.input }
        }
        results.sort { ($1.score, $0.index) < ($0.score, $1.index) }
        if let top = batches.first?.top { results = Array(results.prefix(top)) }
        self.init(
            results: results, model: answers.first?.model, requestID: answers.first?.requestID,
            usage: tokens.map { Usage(input: $0, output: 0) })
    }
}
