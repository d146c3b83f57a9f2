import Inference

/// Reads transcripts in all the shapes in which models write them.
struct TranscriptReader {
    let root: JSONNode

    /// - Throws: `.malformedResponse` for a document that holds none.
    func transcript() throws(InferenceError) -> Transcript {
        if let channels = root["transcripts"]?.elements { return file(channels) }
        if let choice = root["output"]?["choices"]?.elements.first { return message(choice["message"]) }
        if let output = root["output"], let text = output["text"]?.string { return sound(output, text) }
        throw InferenceError(.malformedResponse, "expected a transcript from the service", requestID: requestID)
    }

    private var requestID: String? { root["request_id"]?.string }

    private func message(_ message: JSONNode?) -> Transcript {
        let parts = message?["content"]?.elements.compactMap { $0["text"]?.string } ?? []
        let facts = message?["annotations"]?.elements.first
        return Transcript(
            text: parts.joined().trimmingASCIIWhitespace(), language: facts?["language"]?.string,
            seconds: root["usage"]?["seconds"]?.double)
    }

    private func sound(_ output: JSONNode, _ text: String) -> Transcript {
        Transcript(text: text.trimmingASCIIWhitespace(), seconds: root["usage"]?["duration"]?.double)
    }

    /// The file of a task: channels of sentences.
    private func file(_ channels: [JSONNode]) -> Transcript {
        let hasChannels = channels.count > 1
        var segments: [Transcript.Segment] = []
        for channel in channels {
            for sentence in channel["sentences"]?.elements ?? [] {
                guard var segment = segment(sentence) else { continue }
                if hasChannels { segment.channel = channel["channel_id"]?.int }
                segments.append(segment)
            }
        }
        segments.sort { ($0.begin, $0.channel ?? 0) < ($1.begin, $1.channel ?? 0) }
        let texts = channels.compactMap { $0["text"]?.string }.filter { !$0.isEmpty }
        let milliseconds = root["properties"]?["original_duration_in_milliseconds"]?.double
        return Transcript(
            text: texts.joined(separator: "\n").trimmingASCIIWhitespace(),
            language: segments.lazy.compactMap(\.language).first, seconds: milliseconds.map { $0 / 1000 },
            segments: segments)
    }

    private func segment(_ sentence: JSONNode) -> Transcript.Segment? {
        guard let begin = sentence["begin_time"]?.int, let text = sentence["text"]?.string,
            !text.trimmingASCIIWhitespace().isEmpty
        else { return nil }
        var segment = Transcript.Segment(
            begin: begin, end: max(begin, sentence["end_time"]?.int ?? begin), text: text.trimmingASCIIWhitespace())
        // Speakers are counted from 0.
        segment.speaker = sentence["speaker_id"]?.int.map { $0 + 1 }
        segment.language = sentence["language"]?.string
        segment.emotion = sentence["emotion"]?.string
        segment.words = sentence["words"]?.elements.compactMap(word) ?? []
        return segment
    }

    private func word(_ word: JSONNode) -> Transcript.Word? {
        guard let begin = word["begin_time"]?.int, let text = word["text"]?.string else { return nil }
        let marks = word["punctuation"]?.string ?? ""
        return Transcript.Word(
            begin: begin, end: max(begin, word["end_time"]?.int ?? begin),
            text: (text.trimmingASCIIWhitespace() + marks).trimmingASCIIWhitespace())
    }
}
