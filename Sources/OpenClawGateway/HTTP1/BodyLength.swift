/// How the end of a body is found.
enum BodyLength: Hashable {
    case none
    case bytes(Int)
    case chunked
    /// Answers only: until the connection ends.
    case untilClose
}
