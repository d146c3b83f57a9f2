import NIOCore

/// Reads the framing of a chunked body. Sizes are plain hexadecimal numbers, extensions are checked and dropped, trailer fields
/// are checked and dropped, and every line ends in CRLF.
struct ChunkedBody {
    private enum State {
        case size
        case data(Int)
        case dataEnd
        case trailers
        case end
    }

    private static let reserved: [StaticString] = ["content-length", "transfer-encoding", "host", "connection"]

    private var state = State.size
    private var search = LineSearch()
    private var trailerBytes = 0
    private let limits: HTTP1Limits

    init(limits: HTTP1Limits) { self.limits = limits }

    var isAtEnd: Bool { if case .end = state { true } else { false } }

    mutating func next(in buffer: inout ByteBuffer) throws(HTTP1Failure) -> BodyReader.Step {
        while true {
            switch state {
            case .size:
                guard let size = try takeSize(&buffer) else { return .incomplete }
                state = size > 0 ? .data(size) : .trailers
            case .data(let rest):
                guard rest > 0 else {
                    state = .dataEnd
                    continue
                }
                let count = min(rest, buffer.readableBytes)
                guard count > 0 else { return .incomplete }
                state = .data(rest - count)
                return .bytes(count)
            case .dataEnd:
                guard try takeDataEnd(&buffer) else { return .incomplete }
                state = .size
            case .trailers:
                guard let isEmpty = try takeTrailer(&buffer) else { return .incomplete }
                if isEmpty { state = .end }
            case .end:
                return .end
            }
        }
    }

    private mutating func takeSize(_ buffer: inout ByteBuffer) throws(HTTP1Failure) -> Int? {
        guard let length = try search.end(in: buffer, limit: limits.chunkLine) else { return nil }
        let result = buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(HTTP1Failure) in
                try Self.size(UnsafeRawBufferPointer(rebasing: bytes[..<(length - 2)]))
            }
        }
        buffer.moveReaderIndex(forwardBy: length)
        return try result.get()
    }

    private static func size(_ line: UnsafeRawBufferPointer) throws(HTTP1Failure) -> Int {
        var size = 0
        var index = 0
        while index < line.count, let digit = ByteClass.hexDigit(line[index]) {
            size = size << 4 | digit
            index += 1
        }
        guard (1...8).contains(index) else { throw HTTP1Failure("the size of a chunk is no number") }
        guard index < line.count else { return size }
        guard line[index] == UInt8(ascii: ";"), line[index...].allSatisfy(isExtension) else {
            throw HTTP1Failure("the size of a chunk is no number")
        }
        return size
    }

    /// `;name=value`; quoted values are not taken, nobody sends them.
    private static func isExtension(_ byte: UInt8) -> Bool {
        ByteClass.isToken(byte) || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "=")
    }

    /// - Returns: whether the line break behind a chunk was there.
    private func takeDataEnd(_ buffer: inout ByteBuffer) throws(HTTP1Failure) -> Bool {
        guard buffer.readableBytes > 0 else { return false }
        let first = buffer.getInteger(at: buffer.readerIndex, as: UInt8.self)
        guard first == 0x0D else { throw HTTP1Failure("a chunk is longer than its size") }
        guard buffer.readableBytes > 1 else { return false }
        guard buffer.getInteger(at: buffer.readerIndex + 1, as: UInt8.self) == 0x0A else {
            throw HTTP1Failure("a chunk is longer than its size")
        }
        buffer.moveReaderIndex(forwardBy: 2)
        return true
    }

    /// - Returns: whether the line was the empty one; `nil` when more has to come.
    private mutating func takeTrailer(_ buffer: inout ByteBuffer) throws(HTTP1Failure) -> Bool? {
        guard let length = try search.end(in: buffer, limit: limits.line) else { return nil }
        trailerBytes += length
        guard trailerBytes <= limits.head else { throw .headTooLarge }
        defer { buffer.moveReaderIndex(forwardBy: length) }
        guard length > 2 else { return true }
        let isAllowed = try buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(HTTP1Failure) in
                let name = try FieldLine(HeadSlice(start: 0, end: length - 2), in: bytes).name
                return !Self.reserved.contains { name.isNamed($0, in: bytes) }
            }
        }.get()
        guard isAllowed else { throw HTTP1Failure("a trailer field would change the framing") }
        return false
    }
}
