/// Collects the fields of a request that decide something, and refuses what would be read differently elsewhere.
struct RequestFields {
    private(set) var known = RequestHead.Known()
    private(set) var framing = FramingFields()
    private(set) var expectsContinue = false

    /// Names are told apart by length first, so that most fields cost one comparison of numbers.
    mutating func add(_ field: FieldLine, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) {
        let name = field.name
        switch name.count {
        case 4 where name.isNamed("host", in: head):
            try Self.set(&known.host, field, "more than one host")
        case 6 where name.isNamed("origin", in: head):
            try Self.set(&known.origin, field, "more than one origin")
        case 6 where name.isNamed("expect", in: head):
            try addExpectation(field.value, in: head)
        case 9 where name.isNamed("x-api-key", in: head):
            try Self.set(&known.apiKey, field, "more than one x-api-key")
        case 10 where name.isNamed("connection", in: head):
            framing.addConnection(field.value, in: head)
        case 11 where name.isNamed("traceparent", in: head):
            known.traceparent = field.value
        case 12 where name.isNamed("content-type", in: head):
            known.contentType = field.value
        case 13 where name.isNamed("authorization", in: head):
            try Self.set(&known.authorization, field, "more than one authorization")
        case 14 where name.isNamed("content-length", in: head):
            try framing.addLength(field.value, in: head)
        case 14 where name.isNamed("sec-fetch-site", in: head):
            known.fetchSite = field.value
        case 16 where name.isNamed("content-encoding", in: head):
            guard field.value.isNamed("identity", in: head) else {
                throw HTTP1Failure(415, "the body must not be compressed")
            }
        case 17 where name.isNamed("transfer-encoding", in: head):
            try framing.addCoding(field.value, in: head)
        default: break
        }
    }

    /// What only the whole head can tell.
    func check(_ line: RequestLine, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) {
        try framing.check()
        guard let host = known.host else { throw HTTP1Failure("the host is missing") }
        guard line.isCurrentVersion || !framing.isChunked else {
            throw HTTP1Failure("HTTP/1.0 knows no transfer-encoding")
        }
        guard let authority = line.authority else { return }
        let isSame =
            authority.count == host.count
            && zip(authority.bytes(in: head), host.bytes(in: head))
                .allSatisfy { HeadSlice.lowercased($0) == HeadSlice.lowercased($1) }
        guard isSame else { throw HTTP1Failure("the request target names another host") }
    }

    private mutating func addExpectation(_ value: HeadSlice, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) {
        guard value.isNamed("100-continue", in: head) else { throw HTTP1Failure(417, "unknown expectation") }
        expectsContinue = true
    }

    private static func set(_ slot: inout HeadSlice?, _ field: FieldLine, _ refusal: String) throws(HTTP1Failure) {
        guard slot == nil else { throw HTTP1Failure(refusal) }
        slot = field.value
    }
}
