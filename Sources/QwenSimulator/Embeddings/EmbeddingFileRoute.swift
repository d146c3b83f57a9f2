/// Vectors for a file of texts, as a task; the result is a file packed with gzip.
struct EmbeddingFileRoute {
    private static let size = 1536
    private static let lines = 3

    let ask: MediaAsk

    func reply() throws(ServiceError) -> Reply {
        guard let url = ask.input["url"]?.string else { throw ServiceError("field_required", ["value": "input.url"]) }
        var inspection = MediaInspection(ask: ask)
        try inspection.look(at: url, as: InputRule(name: "url", ["type": "file"]))
        let submission = TaskSubmission(service: ask.service, context: ask.context, card: ask.card, path: ask.path)
        let seed = ask.service.world.seed
        // What the file says only the real service could know.
        let result = ask.publish("\(submission.id).txt.gz", type: "application/gzip") {
            var text = ""
            for index in 0..<Self.lines {
                let vector = WordVector.json("\(url) \(index)", size: Self.size, seed: seed)
                let output: JSON = ["embedding": vector, "text_index": .integer(index)]
                text += JSON.object(["output": output, "code": "200"]).text + "\n"
            }
            return GzipFile.bytes(Array(text.utf8))
        }
        return submission.submit(
            .succeeded(output: ["url": .string(result)], usage: ["total_tokens": .integer(Self.lines * 8)]), charge: nil
        )
    }
}
