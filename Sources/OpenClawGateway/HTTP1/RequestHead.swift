import HTTPTypes
import NIOCore

/// The head of a request: its bytes as they came, and where in them everything stands. Parsed and used at once, then let go.
struct RequestHead {
    /// The fields that the gateway itself reads; each may be there once.
    struct Known {
        var host: HeadSlice?
        var authorization: HeadSlice?
        var apiKey: HeadSlice?
        var origin: HeadSlice?
        var fetchSite: HeadSlice?
        var contentType: HeadSlice?
        var traceparent: HeadSlice?
    }

    /// The bytes up to and with the empty line.
    let bytes: ByteBuffer
    let method: RequestMethod
    /// The path without the query.
    let path: HeadSlice
    /// What follows the question mark.
    let query: HeadSlice
    let known: Known
    let body: BodyLength
    /// Whether the client waits for a sign before it sends the body.
    let expectsContinue: Bool
    /// Whether another request may follow on the connection.
    let isKeptAlive: Bool
    /// Whether the client knows chunks; HTTP/1.0 does not.
    let takesChunks: Bool
    private let firstField: Int

    /// Takes a head from the front of a buffer; `nil` when more has to come.
    ///
    /// - Parameter search: kept by the caller while a head is incomplete.
    static func take(
        from buffer: inout ByteBuffer, _ search: inout HeadSearch, limits: HTTP1Limits = .requests
    ) throws(HTTP1Failure) -> RequestHead? {
        try search.take(from: &buffer, limits: limits) { bytes, head throws(HTTP1Failure) in
            try RequestHead(bytes, head, limits)
        }
    }

    private init(
        _ bytes: ByteBuffer, _ head: UnsafeRawBufferPointer, _ limits: HTTP1Limits
    ) throws(HTTP1Failure) {
        var lines = HeadLines()
        guard let first = lines.next(in: head) else { throw HTTP1Failure("the request line is missing") }
        let line = try RequestLine(first, in: head)
        firstField = lines.offset
        var fields = RequestFields()
        try lines.eachField(in: head, limits: limits) { field throws(HTTP1Failure) in try fields.add(field, in: head) }
        try fields.check(line, in: head)
        self.bytes = bytes
        (method, path, query) = (line.method, line.path, line.query)
        known = fields.known
        expectsContinue = fields.expectsContinue
        takesChunks = line.isCurrentVersion
        isKeptAlive = line.isCurrentVersion && !fields.framing.wantsClose
        body = fields.framing.isChunked ? .chunked : fields.framing.length.map { $0 > 0 ? .bytes($0) : .none } ?? .none
    }
}

extension RequestHead {
    func text(_ slice: HeadSlice) -> String { bytes.withUnsafeReadableBytes { slice.text(in: $0) } }

    func isNamed(_ slice: HeadSlice, _ name: StaticString) -> Bool {
        bytes.withUnsafeReadableBytes { slice.isNamed(name, in: $0) }
    }

    /// All fields, for those who need more than the gateway itself.
    var fields: HTTPFields {
        bytes.withUnsafeReadableBytes { HTTPFields(head: $0, from: firstField) }
    }
}

extension HTTPFields {
    /// The field lines of a head that was checked before.
    init(head: UnsafeRawBufferPointer, from start: Int) {
        self.init()
        var lines = HeadLines(from: start)
        while let line = lines.next(in: head) {
            guard let field = try? FieldLine(line, in: head), let name = HTTPField.Name(field.name.text(in: head))
            else {
                continue
            }
            append(HTTPField(name: name, value: field.value.text(in: head)))
        }
    }
}
