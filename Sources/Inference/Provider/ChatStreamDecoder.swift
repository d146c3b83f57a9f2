/// A pure reader of one answer: bytes in, events out. It never waits, locks or performs I/O.
public protocol ChatStreamDecoder: Sendable {
    /// Reads the response head: a truncation mark or a request id may travel in it.
    mutating func begin(requestID: String?, isPartial: Bool, into output: inout ChatDecoderOutput)

    /// Reads the next bytes of the body, cut anywhere.
    mutating func decode(_ bytes: RawSpan, into output: inout ChatDecoderOutput)

    /// The body has ended; delivers what is still pending, or a truncation failure.
    mutating func finish(into output: inout ChatDecoderOutput)
}
