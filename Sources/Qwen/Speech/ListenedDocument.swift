import Inference

/// What was heard on a socket, in the shape of the file that a task writes.
struct ListenedDocument {
    var sentences: [JSONValue]
    /// How long the recording is.
    var seconds: Double?
    /// What is charged for, where the service says so.
    var charged: Double?
    var requestID: String?

    var results: GenerationResults {
        let text = sentences.compactMap { $0["text"]?.string }.joined(separator: " ")
        var document: JSONObject = [
            "transcripts": [
                ["channel_id": 0, "text": .string(text), "sentences": .array(sentences)]
            ]
        ]
        document["properties"] = seconds.map {
            ["original_duration_in_milliseconds": .int(Int(($0 * 1000).rounded()))]
        }
        return GenerationResults(
            files: [], texts: [JSONValue.object(document).text],
            usage: GenerationUsage(outputSeconds: charged ?? seconds), requestID: requestID)
    }
}
