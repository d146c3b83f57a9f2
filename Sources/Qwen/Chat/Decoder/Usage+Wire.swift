import Inference

extension Usage {
    /// Reads the `usage` object of an answer, in the OpenAI or the native spelling.
    ///
    /// Counts that are written as strings are taken; details that are missing or null stay unknown. `nil` when there is
    /// no count at all.
    init?(_ range: Range<Int>, in data: RawSpan) {
        guard JSONScanner.kind(in: data, at: range.lowerBound) == .object else { return nil }
        let bytes = data.extracting(range).withUnsafeBytes { Array($0) }
        guard let value = try? JSONDocument(bytes).root else { return nil }
        self.init(reading: value)
    }

    /// The same of a document that was read already.
    init?(reading value: JSONNode) {
        let count = { (value: JSONNode?) in value?.int ?? value?.string.flatMap { Int($0) } }
        let inputDetails = value["prompt_tokens_details"] ?? value["input_tokens_details"]
        let outputDetails = value["completion_tokens_details"] ?? value["output_tokens_details"]
        let input = count(value["prompt_tokens"]) ?? count(value["input_tokens"])
        let output = count(value["completion_tokens"]) ?? count(value["output_tokens"])
        let total = count(value["total_tokens"])
        guard input != nil || output != nil || total != nil else { return nil }
        self.init(
            input: input ?? max(0, (total ?? 0) - (output ?? 0)), output: output ?? max(0, (total ?? 0) - (input ?? 0)),
            cacheRead: count(inputDetails?["cached_tokens"]) ?? count(value["prompt_tokens_details"]?["cached_tokens"])
                ?? count(value["cached_tokens"]) ?? 0,
            cacheWrite: count(inputDetails?["cache_creation_input_tokens"])
                ?? count(inputDetails?["cache_creation"]?["ephemeral_5m_input_tokens"]) ?? 0,
            reasoning: count(outputDetails?["reasoning_tokens"]), image: count(inputDetails?["image_tokens"]),
            video: count(inputDetails?["video_tokens"]), audio: count(inputDetails?["audio_tokens"]),
            audioOutput: count(outputDetails?["audio_tokens"]),
            explicitCache: inputDetails?["cache_type"]?.string.map { $0 == "ephemeral" })
    }
}
