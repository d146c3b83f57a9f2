/// What the fields of a head say about the body and the connection. Everything that two readers could understand differently is
/// refused: several lengths, a length beside a coding, codings other than `chunked`.
struct FramingFields {
    private(set) var length: Int?
    private(set) var isChunked = false
    private(set) var wantsClose = false
    private(set) var wantsKeepAlive = false

    mutating func addLength(_ value: HeadSlice, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) {
        guard length == nil else { throw HTTP1Failure("more than one content-length") }
        guard !value.isEmpty, value.count <= 15 else { throw HTTP1Failure("content-length is no number of bytes") }
        var total = 0
        for byte in value.bytes(in: head) {
            guard let digit = ByteClass.digit(byte) else { throw HTTP1Failure("content-length is no number of bytes") }
            total = total * 10 + digit
        }
        length = total
    }

    mutating func addCoding(_ value: HeadSlice, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) {
        guard !isChunked else { throw HTTP1Failure("more than one transfer-encoding") }
        guard value.isNamed("chunked", in: head) else {
            throw HTTP1Failure(501, "the only transfer-encoding that is understood is chunked")
        }
        isChunked = true
    }

    mutating func addConnection(_ value: HeadSlice, in head: UnsafeRawBufferPointer) {
        var start = value.start
        while start < value.end {
            var end = start
            while end < value.end, head[end] != UInt8(ascii: ",") { end += 1 }
            var (first, last) = (start, end)
            while first < last, ByteClass.isBlank(head[first]) { first += 1 }
            while last > first, ByteClass.isBlank(head[last - 1]) { last -= 1 }
            let option = HeadSlice(start: first, end: last)
            if option.isNamed("close", in: head) { wantsClose = true }
            if option.isNamed("keep-alive", in: head) { wantsKeepAlive = true }
            start = end + 1
        }
    }

    /// - Throws: when both a length and a coding were given.
    func check() throws(HTTP1Failure) {
        if isChunked, length != nil { throw HTTP1Failure("both content-length and transfer-encoding") }
    }
}
