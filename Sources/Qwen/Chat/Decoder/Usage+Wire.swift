import Inference

extension Usage {
    /// Reads the `usage` object of an answer, in the OpenAI or the native spelling.
    ///
    /// Counts that are written as strings are taken; details that are missing or null stay unknown. `nil` when there is
    /// no count at all.
    init?(_ range: Range<Int>, in data: RawSpan) {
        guard var members = try? JSONObjectCursor(in: data, at: range.lowerBound),
            let counts = try? WireUsage(&members, in: data)
        else { return nil }
        self.init(counts)
    }

    /// The same of counts that were found already.
    init?(_ counts: WireUsage) {
        let (input, output, total) = (counts.input, counts.output, counts.total)
        guard input != nil || output != nil || total != nil else { return nil }
        let (read, written) = (counts.inputDetails, counts.outputDetails)
        self.init(
            input: input ?? max(0, (total ?? 0) - (output ?? 0)), output: output ?? max(0, (total ?? 0) - (input ?? 0)),
            cacheRead: read.cached ?? counts.cached ?? 0, cacheWrite: read.cacheCreation ?? read.ephemeral ?? 0,
            reasoning: written.reasoning, image: read.image, video: read.video, audio: read.audio,
            audioOutput: written.audio, explicitCache: read.isEphemeral)
    }

    /// Reads the `usage` object of the Messages protocol, whose input counts without what a cache read or kept.
    init?(readingMessages value: JSONNode) {
        guard let input = value["input_tokens"]?.int, let output = value["output_tokens"]?.int else { return nil }
        let read = value["cache_read_input_tokens"]?.int ?? 0
        let written = value["cache_creation_input_tokens"]?.int ?? 0
        self.init(input: input + read + written, output: output, cacheRead: read, cacheWrite: written)
    }

    /// The same of a document that was read already.
    init?(reading value: JSONNode) {
        let bytes = value.document.bytes
        self.init(value.range, in: bytes.span.bytes)
    }
}
