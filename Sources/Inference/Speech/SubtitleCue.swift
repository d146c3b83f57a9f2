/// Lines that are on the screen for a while, in milliseconds.
public struct SubtitleCue: Hashable, Sendable {
    public var begin: Int
    public var end: Int
    public var lines: [String]
    public var speaker: Int?

    public init(begin: Int, end: Int, lines: [String], speaker: Int? = nil) {
        self.begin = begin
        self.end = end
        self.lines = lines
        self.speaker = speaker
    }
}
