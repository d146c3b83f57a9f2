import Inference

/// The event that is being put together line by line. Data stays where it lies as long as one line holds it.
struct EventAssembly {
    private(set) var reconnectionTime: Duration?

    private var event = ServerSentEvent()
    private var hasData = false
    /// The only data line so far, as offsets into the chunk that is being decoded.
    private var inPlace: Range<Int>?
    /// The data when it had to be copied.
    private var copied: [UInt8] = []
    private var isFirstLine = true
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes a line without its terminator.
    @inline(__always)
    mutating func take(
        line: Range<Int>, of chunk: UnsafeRawBufferPointer, onComment: ServerSentEventDecoder.CommentReader?,
        _ onEvent: ServerSentEventDecoder.Reader
    ) throws(InferenceError) {
        var line = line
        if isFirstLine {
            isFirstLine = false
            if chunk.hasPrefix("\u{FEFF}", in: line) { line = (line.lowerBound + 3)..<line.upperBound }
        }
        if line.isEmpty {
            try dispatch(chunk: chunk, onEvent)
        } else if chunk.hasPrefix("data:", in: line) {
            try append(data: value(of: line, after: 4, in: chunk), of: chunk)
        } else {
            try takeOther(line: line, of: chunk, onComment: onComment)
        }
    }

    /// Ends the event. Without data it is dropped, unless it tells of an error.
    mutating func dispatch(
        chunk: UnsafeRawBufferPointer, _ onEvent: ServerSentEventDecoder.Reader
    ) throws(InferenceError) {
        defer { startOver() }
        guard hasData || (event.status ?? 0) >= 400 else { return }
        if let inPlace {
            try onEvent(event, UnsafeRawBufferPointer(rebasing: chunk[inPlace]).bytes)
        } else {
            try onEvent(event, copied.span.bytes)
        }
    }

    /// Copies what still lies in the chunk, which is about to go away.
    mutating func keepPending(of chunk: UnsafeRawBufferPointer) throws(InferenceError) {
        guard let range = inPlace else { return }
        inPlace = nil
        try copy(chunk[range])
    }

    mutating func forgetChunk() {
        inPlace = nil
    }

    private mutating func startOver() {
        hasData = false
        inPlace = nil
        if !copied.isEmpty { copied.removeAll(keepingCapacity: true) }
        if !event.name.isEmpty { event.name.removeAll(keepingCapacity: true) }
        event.status = nil
    }

    /// The bytes after the colon and one space.
    private func value(of line: Range<Int>, after colon: Int, in chunk: UnsafeRawBufferPointer) -> Range<Int> {
        var start = line.lowerBound + colon + 1
        if start < line.upperBound, chunk[start] == UInt8(ascii: " ") { start += 1 }
        return start..<line.upperBound
    }

    private mutating func append(data: Range<Int>, of chunk: UnsafeRawBufferPointer) throws(InferenceError) {
        guard data.count <= limit else { throw InferenceError(streamEventOver: limit) }
        guard hasData else {
            hasData = true
            inPlace = data
            return
        }
        try keepPending(of: chunk)
        copied.append(.lineFeed)
        try copy(chunk[data])
    }

    private mutating func copy(_ bytes: Slice<UnsafeRawBufferPointer>) throws(InferenceError) {
        guard copied.count + bytes.count <= limit else { throw InferenceError(streamEventOver: limit) }
        copied.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes))
    }

    private mutating func takeOther(
        line: Range<Int>, of chunk: UnsafeRawBufferPointer, onComment: ServerSentEventDecoder.CommentReader?
    ) throws(InferenceError) {
        if chunk[line.lowerBound] == UInt8(ascii: ":") {
            let text = (line.lowerBound + 1)..<line.upperBound
            takeStatus(chunk, value(of: line, after: 0, in: chunk))
            if let onComment { try onComment(UnsafeRawBufferPointer(rebasing: chunk[text]).bytes) }
            return
        }
        let bytes = UnsafeRawBufferPointer(rebasing: chunk[line])
        let colon = bytes.firstOffset(of: UInt8(ascii: ":"), from: 0)
        let value = colon < bytes.count ? value(of: line, after: colon, in: chunk) : line.upperBound..<line.upperBound
        switch bytes[..<colon] {
        case let name where name.isEqual(to: "data"): try append(data: value, of: chunk)
        case let name where name.isEqual(to: "event"): replace(&event.name, with: chunk[value])
        case let name where name.isEqual(to: "id"):
            if !chunk[value].contains(0) { replace(&event.id, with: chunk[value]) }
        case let name where name.isEqual(to: "retry"): takeReconnectionTime(chunk[value])
        case let name where name.isEqual(to: "status"): takeStatus(number: chunk[value])
        default: takeStatus(chunk, line)
        }
    }

    private func replace(_ field: inout [UInt8], with bytes: Slice<UnsafeRawBufferPointer>) {
        field.removeAll(keepingCapacity: true)
        field.append(contentsOf: bytes)
    }

    private mutating func takeReconnectionTime(_ digits: Slice<UnsafeRawBufferPointer>) {
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isDigit) else { return }
        reconnectionTime = .milliseconds(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }

    /// The status of a comment or bare line `HTTP_STATUS/NNN …`.
    private mutating func takeStatus(_ chunk: UnsafeRawBufferPointer, _ text: Range<Int>) {
        let prefix: StaticString = "HTTP_STATUS/"
        guard chunk.hasPrefix(prefix, in: text) else { return }
        takeStatus(number: chunk[(text.lowerBound + prefix.utf8CodeUnitCount)..<text.upperBound])
    }

    private mutating func takeStatus(number text: Slice<UnsafeRawBufferPointer>) {
        let digits = text.prefix { $0.isDigit }
        guard digits.count == 3 else { return }
        event.status = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
