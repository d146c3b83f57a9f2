import HTTPTypes
import NIOCore

/// The head of a service's answer: its bytes as they came, and what they say about the body.
struct ResponseHead {
    let bytes: ByteBuffer
    let status: Int
    let body: BodyLength
    /// Whether the connection may be used again.
    let isKeptAlive: Bool
    private let firstField: Int

    /// Takes a head from the front of a buffer; `nil` when more has to come. Interim answers are heads of their own.
    ///
    /// - Parameter mayLeaveHTTP: whether the request asked for another protocol, so that 101 is an answer to it.
    static func take(
        from buffer: inout ByteBuffer, _ search: inout HeadSearch, limits: HTTP1Limits = .responses,
        mayLeaveHTTP: Bool = false
    ) throws(HTTP1Failure) -> ResponseHead? {
        try search.take(from: &buffer, limits: limits) { bytes, head throws(HTTP1Failure) in
            let head = try ResponseHead(bytes, head, limits)
            guard head.status != 101 || mayLeaveHTTP else { throw HTTP1Failure("nobody asked to leave HTTP") }
            return head
        }
    }

    private init(
        _ bytes: ByteBuffer, _ head: UnsafeRawBufferPointer, _ limits: HTTP1Limits
    ) throws(HTTP1Failure) {
        var lines = HeadLines()
        guard let first = lines.next(in: head) else { throw HTTP1Failure("the status line is missing") }
        let line = try StatusLine(first, in: head)
        firstField = lines.offset
        var framing = FramingFields()
        try lines.eachField(in: head, limits: limits) { field throws(HTTP1Failure) in
            switch field.name.count {
            case 10 where field.name.isNamed("connection", in: head): framing.addConnection(field.value, in: head)
            case 14 where field.name.isNamed("content-length", in: head): try framing.addLength(field.value, in: head)
            case 17 where field.name.isNamed("transfer-encoding", in: head):
                try framing.addCoding(field.value, in: head)
            default: break
            }
        }
        try framing.check()
        self.bytes = bytes
        status = line.status
        body = Self.body(of: line.status, framing)
        isKeptAlive = body != .untilClose && (line.isCurrentVersion ? !framing.wantsClose : framing.wantsKeepAlive)
    }

    private static func body(of status: Int, _ framing: FramingFields) -> BodyLength {
        if status < 200 || status == 204 || status == 304 { return .none }
        if framing.isChunked { return .chunked }
        return framing.length.map { $0 > 0 ? .bytes($0) : .none } ?? .untilClose
    }
}

extension ResponseHead {
    /// The value of a field, looked up when it is asked for.
    ///
    /// - Parameter name: in lower case.
    func first(_ name: String) -> String? {
        var name = name
        return name.withUTF8 { name in
            bytes.withUnsafeReadableBytes { head in
                var lines = HeadLines(from: firstField)
                while let line = lines.next(in: head) {
                    guard line.count > name.count, head[line.start + name.count] == UInt8(ascii: ":"),
                        HeadSlice(start: line.start, end: line.start + name.count).isNamed(name, in: head),
                        let field = try? FieldLine(line, in: head)
                    else { continue }
                    return field.value.text(in: head)
                }
                return nil
            }
        }
    }

    /// The head as the codecs of providers read it.
    var response: HTTPResponse {
        HTTPResponse(
            status: HTTPResponse.Status(code: status),
            headerFields: bytes.withUnsafeReadableBytes { HTTPFields(head: $0, from: firstField) })
    }
}
