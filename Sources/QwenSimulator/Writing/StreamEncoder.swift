/// Writes an answer, as it is produced, in the frames of one dialect.
protocol StreamEncoder: Sendable {
    mutating func start() -> [Frame]
    mutating func encode(_ delta: AnswerDelta) -> [Frame]
    /// The end of one choice.
    mutating func end(finish: String, usage: Usage) -> [Frame]
    /// The end of the stream.
    mutating func close(usage: Usage) -> [Frame]
}
