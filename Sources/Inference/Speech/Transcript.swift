/// What was said in a recording.
public struct Transcript: Hashable, Sendable, Codable {
    public var text: String
    /// A code such as `en`, where the service tells.
    public var language: String?
    /// The length of the recording in seconds, where the service tells.
    public var seconds: Double?
    /// Sentences in the order of time; empty when the model gives no times.
    public var segments: [Segment]

    /// A sentence, in milliseconds from the beginning.
    public struct Segment: Hashable, Sendable, Codable {
        public var begin: Int
        public var end: Int
        public var text: String
        /// Who speaks, from 1; `nil` when speakers were not told apart.
        public var speaker: Int?
        /// The channel of the recording, from 0; `nil` when there is one.
        public var channel: Int?
        public var language: String?
        /// For example `happy`, where the service tells.
        public var emotion: String?
        public var words: [Word]

        public init(begin: Int, end: Int, text: String, words: [Word] = []) {
            self.begin = begin
            self.end = end
            self.text = text
            self.words = words
        }
    }

    /// A word with the signs that follow it.
    public struct Word: Hashable, Sendable, Codable {
        public var begin: Int
        public var end: Int
        public var text: String

        public init(begin: Int, end: Int, text: String) {
            self.begin = begin
            self.end = end
            self.text = text
        }
    }

    public init(text: String, language: String? = nil, seconds: Double? = nil, segments: [Segment] = []) {
        self.text = text
        self.language = language
        self.seconds = seconds
        self.segments = segments
    }
}
