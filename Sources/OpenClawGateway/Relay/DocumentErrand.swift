import Inference
import OpenClawHost

/// Work that is answered with one document, made of as many calls as the model needs.
struct DocumentErrand<Answer: Sendable> {
    var model: String?
    var candidates: [ModelSelection]
    /// How many calls it takes.
    var count: Int
    /// Starts one of them.
    var begin: (Int, [ModelSelection]) -> DocumentDispatch<Answer>
    /// What all answers come to.
    var document: ([Answer]) -> [UInt8]
    var usage: (Answer) -> Usage?
}

extension DocumentErrand<EmbeddingResponse> {
    init(embedding incoming: IncomingRequest) throws(InferenceError) {
        let desk = incoming.snapshot.desk
        let call = try EmbeddingsCall(parsing: incoming.body)
        try incoming.admission?.permit(model: call.model)
        let candidates = try desk.candidates(named: call.model, for: .embeddings)
        let batches = call.request.batches(for: candidates.smallest { $0.embedding?.batch })
        let (id, key) = (incoming.id, incoming.admission?.virtualKey)
        self.init(
            model: call.model, candidates: candidates, count: batches.count,
            begin: { desk.dispatcher.embed(batches[$0], on: $1, callID: id, virtualKey: key) },
            document: { call.document($0) }, usage: \.usage)
    }
}

extension DocumentErrand<RerankResponse> {
    init(ranking incoming: IncomingRequest) throws(InferenceError) {
        let desk = incoming.snapshot.desk
        let call = try RerankCall(parsing: incoming.body)
        try incoming.admission?.permit(model: call.model)
        let candidates = try desk.candidates(named: call.model, for: .rerank)
        let batches = call.request.batches(for: candidates.smallest { $0.rerank?.documents })
        let (id, key) = (incoming.id, incoming.admission?.virtualKey)
        self.init(
            model: call.model, candidates: candidates, count: batches.count,
            begin: { desk.dispatcher.rank(batches[$0], on: $1, callID: id, virtualKey: key) },
            document: { call.document($0, batches: batches, callID: id) }, usage: \.usage)
    }
}

extension [ModelSelection] {
    /// The one that takes the least at once, so that any of them can answer.
    fileprivate func smallest(_ size: (ModelDescriptor) -> Int?) -> ModelDescriptor {
        map(\.descriptor).min { size($0) ?? .max < size($1) ?? .max } ?? ModelDescriptor(id: "", name: "")
    }
}
