/// A sound that is to be written down: what the simulator hears in it, and how long it is.
struct Recording: Sendable {
    /// One sentence with the times of its words, in milliseconds.
    struct Sentence: Sendable {
        let begin: Int
        let end: Int
        let words: [String]
        let speaker: Int

        var text: String {
            let line = words.joined(separator: " ")
            return (line.first.map { $0.uppercased() } ?? "") + line.dropFirst() + "."
        }
    }

    private static let vocabulary = [
        "the", "team", "meets", "again", "on", "monday", "we", "talk", "about", "numbers", "first", "then", "budget",
        "next", "quarter", "looks", "better", "than", "last", "year", "please", "send", "your", "notes", "before",
        "noon", "thank", "you", "all", "for", "coming", "today", "questions", "are", "welcome", "later",
    ]
    private static let guessedSeconds = 10.0
    private static let wordsPerSentence = 6
    private static let millisecondsPerWord = 400

    let seconds: Double
    private let salt: String

    /// A file whose bytes are known, wave files by their header, others by a usual bit rate.
    init(head: [UInt8], bytes: Int, salt: String) {
        self.salt = salt
        func little(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(head[offset + $1]) << ($1 * 8) } }
        if head.count >= 44, head.starts(with: "RIFF".utf8), little(28) > 0 {
            seconds = Double(max(0, bytes - 44)) / Double(little(28))
        } else {
            seconds = max(0.1, Double(bytes) / 16_000)
        }
    }

    /// A recording that is still arriving; what was heard does not change as it grows.
    init(seconds: Double, salt: String) {
        self.seconds = seconds
        self.salt = salt
    }

    /// A file that only the real service could fetch.
    init(url: String) {
        salt = String(url.prefix { $0 != "?" })
        seconds = Self.guessedSeconds
    }

    func sentences(speakers: Int = 1) -> [Sentence] {
        var generator = SeededGenerator(seed: 0, salt: "recording:\(salt)")
        let total = min(2000, max(1, Int(seconds * 1000) / Self.millisecondsPerWord))
        var sentences: [Sentence] = []
        var written = 0
        while written < total {
            let count = min(Self.wordsPerSentence, total - written)
            let words = (0..<count).map { _ in Self.vocabulary.randomElement(using: &generator) ?? "" }
            sentences.append(
                Sentence(
                    begin: written * Self.millisecondsPerWord, end: (written + count) * Self.millisecondsPerWord,
                    words: words, speaker: sentences.count % max(1, speakers)))
            written += count
        }
        return sentences
    }

    var text: String { sentences().map(\.text).joined(separator: " ") }

    /// Times of the words of a sentence, each as `build` writes it.
    static func words(of sentence: Sentence) -> [JSON] {
        sentence.words.enumerated().map { index, word in
            let begin = sentence.begin + index * millisecondsPerWord
            return [
                "begin_time": .integer(begin), "end_time": .integer(begin + millisecondsPerWord),
                "text": .string(word), "punctuation": index == sentence.words.count - 1 ? "." : "",
            ]
        }
    }
}
