/// The bounds within which heads and framing are read.
struct HTTP1Limits: Hashable {
    /// Bytes of a head, or of the trailer fields of a chunked body.
    var head = 32 * 1024
    /// Bytes of one line.
    var line = 16 * 1024
    /// Header fields.
    var fields = 100
    /// Bytes of a line with a chunk's size and its extensions.
    var chunkLine = 256

    static let requests = HTTP1Limits()
    /// Services send more than clients: cookies, policies, traces.
    static let responses = HTTP1Limits(head: 256 * 1024, line: 64 * 1024, fields: 256)
}
