/// One line of a head: `name: value`, without the blanks around the value.
struct FieldLine {
    let name: HeadSlice
    let value: HeadSlice

    /// - Parameters:
    ///   - line: the line without its end.
    /// - Throws: for a continued line, a name that is none, a blank before the colon, and control characters.
    init(_ line: HeadSlice, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) {
        let colon = ByteClass.tokenEnd(in: line, of: head)
        guard colon > line.start, colon < line.end, head[colon] == UInt8(ascii: ":") else {
            if ByteClass.isBlank(head[line.start]) { throw HTTP1Failure("a header field continues on the next line") }
            throw HTTP1Failure("a header field has no proper name")
        }
        var (start, end) = (colon + 1, line.end)
        while start < end, ByteClass.isBlank(head[start]) { start += 1 }
        while end > start, ByteClass.isBlank(head[end - 1]) { end -= 1 }
        guard ByteClass.areValues(start..<end, in: head) else {
            throw HTTP1Failure("a header field holds a control character")
        }
        name = HeadSlice(start: line.start, end: colon)
        value = HeadSlice(start: start, end: end)
    }
}
