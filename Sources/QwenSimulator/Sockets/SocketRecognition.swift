/// A recording that arrives in pieces; sentences are reported as they end, the open one as it stands.
struct SocketRecognition: Sendable {
    struct Output: Sendable {
        let output: JSON
        let usage: JSON?
    }

    let card: MediaCard
    private let rate: Int
    private var bytes = 0
    private var told = 0

    init(card: MediaCard, rate: Int) {
        self.card = card
        self.rate = max(8000, rate)
    }

    /// Raw samples of 16 bits are assumed whatever the format.
    var seconds: Double { Double(bytes) / Double(rate * 2) }

    mutating func receive(_ count: Int) -> [Output] {
        bytes += count
        return outputs(isLast: false)
    }

    mutating func finish() -> [Output] { outputs(isLast: true) }

    private mutating func outputs(isLast: Bool) -> [Output] {
        let sentences = Recording(seconds: seconds, salt: card.id).sentences()
        let finished = isLast ? sentences.count : max(told, sentences.count - 1)
        var outputs: [Output] = []
        for index in told..<max(told, finished) {
            outputs.append(output(sentences[index], number: index + 1, isEnd: true))
        }
        told = max(told, finished)
        if !isLast, let open = sentences.last {
            outputs.append(output(open, number: sentences.count, isEnd: false))
        }
        return outputs
    }

    private func output(_ sentence: Recording.Sentence, number: Int, isEnd: Bool) -> Output {
        let isTranscription = card.traits["shape"] == "transcription"
        var words = Recording.words(of: sentence)
        if isTranscription {
            words = words.map { .object(($0.object ?? JSONObject()).merging(["fixed": .bool(isEnd)])) }
        }
        let entry: JSON = [
            "sentence_id": .integer(number), "begin_time": .integer(sentence.begin),
            "end_time": isEnd ? .integer(sentence.end) : nil, "text": .string(sentence.text),
            "sentence_end": .bool(isEnd), "heartbeat": false, "words": .array(words),
            "current_time": .integer(sentence.end),
        ]
        let usage: JSON? = isEnd ? ["duration": .integer((sentence.end + 999) / 1000)] : .none
        return Output(output: [isTranscription ? "transcription" : "sentence": entry], usage: usage)
    }
}
