public import Inference

/// Decodes `text/event-stream` from chunks that may be cut anywhere.
///
/// Follows the WHATWG rules for lines (LF, CRLF, CR), the byte order mark, comments and fields, and is lenient where
/// services are: an HTTP status in a comment, a bare line or a field is kept, and ``finish(onComment:_:)`` delivers the
/// last event of a stream that ends without an empty line.
///
/// ```swift
/// var decoder = ServerSentEventDecoder()
/// while let chunk = try await body.next(before: nil) {
///     try decoder.feed(chunk.span.bytes) { event, data throws(InferenceError) in try handle(event, data) }
/// }
/// try decoder.finish { event, data throws(InferenceError) in try handle(event, data) }
/// ```
///
/// An event whose lines lie in one chunk is handed over in place: nothing is copied or allocated for it.
public struct ServerSentEventDecoder: Sendable {
    /// Takes one event and its data; several `data` lines are joined by LF. The span is valid only during the call.
    public typealias Reader = (_ event: ServerSentEvent, _ data: RawSpan) throws(InferenceError) -> Void
    /// Takes the text of a comment line, after the colon.
    public typealias CommentReader = (_ comment: RawSpan) throws(InferenceError) -> Void

    /// The `retry` field, when the stream sent one.
    public var reconnectionTime: Duration? { assembly.reconnectionTime }

    private var assembly: EventAssembly
    /// The start of a line whose end has not arrived.
    private var partialLine: [UInt8] = []
    private var skipsLineFeed = false
    private let limit: Int

    /// - Parameter limit: the most bytes of one line and of the data of one event.
    public init(limit: Int = 16 * 1024 * 1024) {
        self.limit = limit
        assembly = EventAssembly(limit: limit)
    }

    /// Decodes a chunk and calls back for each event it completes.
    ///
    /// - Throws: `.malformedResponse` for a line or event over the limit, and what the readers throw.
    public mutating func feed(
        _ chunk: RawSpan, onComment: CommentReader? = nil, _ onEvent: Reader
    ) throws(InferenceError) {
        try chunk.withUnsafeBytes { (bytes) throws(InferenceError) in
            // What is pending points into the chunk and must not outlive it, whatever a reader throws.
            defer { assembly.forgetChunk() }
            try decode(bytes, onComment: onComment, onEvent)
            try assembly.keepPending(of: bytes)
        }
    }

    /// Delivers what a stream that ended without a final empty line left behind, and starts over.
    public mutating func finish(onComment: CommentReader? = nil, _ onEvent: Reader) throws(InferenceError) {
        defer { self = ServerSentEventDecoder(limit: limit) }
        if !partialLine.isEmpty { try endPartialLine(onComment: onComment, onEvent) }
        try assembly.dispatch(chunk: UnsafeRawBufferPointer(start: nil, count: 0), onEvent)
    }

    private mutating func decode(
        _ bytes: UnsafeRawBufferPointer, onComment: CommentReader?, _ onEvent: Reader
    ) throws(InferenceError) {
        guard !bytes.isEmpty else { return }
        var position = skipsLineFeed && bytes[0] == .lineFeed ? 1 : 0
        skipsLineFeed = false
        // Each terminator is searched once and remembered, so that neither kind makes the other's search quadratic.
        var lineFeed = bytes.firstOffset(of: .lineFeed, from: position)
        var carriageReturn = bytes.firstOffset(of: .carriageReturn, from: position)
        while position < bytes.count {
            if lineFeed < position { lineFeed = bytes.firstOffset(of: .lineFeed, from: position) }
            if carriageReturn < position { carriageReturn = bytes.firstOffset(of: .carriageReturn, from: position) }
            let end = min(lineFeed, carriageReturn)
            guard end < bytes.count else { break }
            if partialLine.isEmpty {
                try assembly.take(line: position..<end, of: bytes, onComment: onComment, onEvent)
            } else {
                try keep(bytes[position..<end])
                try endPartialLine(onComment: onComment, onEvent)
            }
            position = end + 1
            guard end == carriageReturn else { continue }
            if position == bytes.count {
                skipsLineFeed = true
            } else if bytes[position] == .lineFeed {
                position += 1
            }
        }
        if position < bytes.count { try keep(bytes[position...]) }
    }

    private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) throws(InferenceError) {
        guard partialLine.count + bytes.count <= limit else { throw InferenceError(streamEventOver: limit) }
        partialLine.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes))
    }

    private mutating func endPartialLine(
        onComment: CommentReader?, _ onEvent: Reader
    ) throws(InferenceError) {
        var line: [UInt8] = []
        swap(&line, &partialLine)
        try line.span.bytes.withUnsafeBytes { (bytes) throws(InferenceError) in
            defer { assembly.forgetChunk() }
            try assembly.take(line: 0..<bytes.count, of: bytes, onComment: onComment, onEvent)
            try assembly.keepPending(of: bytes)
        }
        line.removeAll(keepingCapacity: true)
        swap(&line, &partialLine)
    }
}
