/// A pure reader of one answer for a client that reads chat completions itself: bytes of the service in, strict bytes of the
/// protocol out. It never waits, locks or performs I/O.
///
/// What needs no repair is handed on as it came, byte for byte; what the client's protocol forbids (empty ids and names of
/// tool calls, empty lists, text that repeats itself, usage that nobody asked for) is mended, and only that event is opened.
public protocol ChatAnswerRepairer: Sendable {
    /// What the client has been told so far.
    var opening: ChatCompletionOpening { get }

    /// Takes over an answer that another service has opened. Called before `begin`.
    mutating func resume(_ opening: ChatCompletionOpening)

    /// Reads the response head: a truncation mark or a request id may travel in it.
    mutating func begin(requestID: String?, isPartial: Bool, into output: inout ChatRepairOutput)

    /// Reads the next bytes of the body, cut anywhere.
    mutating func repair(_ bytes: RawSpan, into output: inout ChatRepairOutput)

    /// The body has ended; delivers what is still pending, or a truncation failure.
    mutating func finish(into output: inout ChatRepairOutput)
}
