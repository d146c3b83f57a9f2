/// `METHOD /path?query HTTP/1.1`, with exactly one blank between the parts.
struct RequestLine {
    let method: RequestMethod
    let path: HeadSlice
    let query: HeadSlice
    /// The authority of a target that is a whole URL.
    let authority: HeadSlice?
    let isCurrentVersion: Bool

    init(_ line: HeadSlice, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) {
        var position = line.start
        while position < line.end, ByteClass.isToken(head[position]) { position += 1 }
        guard position > line.start, position < line.end, head[position] == 0x20 else {
            throw HTTP1Failure("the request line has no proper method")
        }
        guard let method = RequestMethod(HeadSlice(start: line.start, end: position), in: head) else {
            throw HTTP1Failure(501, "the method is not known")
        }
        self.method = method
        let start = position + 1
        let plain = Self.plainEnd(from: start, in: line, of: head)
        position = plain
        while position < line.end, ByteClass.isTarget(head[position]) { position += 1 }
        let target = HeadSlice(start: start, end: position)
        guard !target.isEmpty, position < line.end, head[position] == 0x20 else {
            throw HTTP1Failure("the request line has no proper target")
        }
        isCurrentVersion = try Self.version(HeadSlice(start: position + 1, end: line.end), in: head)
        authority = try Self.authority(of: target, in: head)
        let pathStart = authority?.end ?? target.start
        guard pathStart < target.end, head[pathStart] == UInt8(ascii: "/") else {
            throw HTTP1Failure("the request target is no path")
        }
        var mark = max(pathStart, plain)
        while mark < target.end, head[mark] != UInt8(ascii: "?") { mark += 1 }
        path = HeadSlice(start: pathStart, end: mark)
        query = HeadSlice(start: min(mark + 1, target.end), end: target.end)
    }

    /// How far nothing needs a second look, in steps of eight bytes: no end of the target, and no query.
    private static func plainEnd(from start: Int, in line: HeadSlice, of head: UnsafeRawBufferPointer) -> Int {
        var offset = start
        while offset + 8 <= line.end {
            let word = HeadWord(head, at: offset)
            guard word.isPlain, !word.contains(0x20), !word.contains(UInt8(ascii: "#")),
                !word.contains(UInt8(ascii: "?"))
            else { break }
            offset += 8
        }
        return offset
    }

    private static func version(_ text: HeadSlice, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) -> Bool {
        let prefix: StaticString = "HTTP/1."
        guard text.count == 8, (0..<7).allSatisfy({ head[text.start + $0] == prefix.utf8Start[$0] }) else {
            throw HTTP1Failure(505, "expected HTTP/1.1")
        }
        switch head[text.end - 1] {
        case UInt8(ascii: "1"): return true
        case UInt8(ascii: "0"): return false
        default: throw HTTP1Failure(505, "expected HTTP/1.1")
        }
    }

    /// The authority of `http://authority/path`; `nil` for a plain path.
    private static func authority(
        of target: HeadSlice, in head: UnsafeRawBufferPointer
    ) throws(HTTP1Failure) -> HeadSlice? {
        guard head[target.start] != UInt8(ascii: "/") else { return nil }
        for scheme in ["http://", "https://"] as [StaticString] where target.count > scheme.utf8CodeUnitCount {
            let start = target.start + scheme.utf8CodeUnitCount
            guard HeadSlice(start: target.start, end: start).isNamed(scheme, in: head) else { continue }
            var end = start
            while end < target.end, head[end] != UInt8(ascii: "/"), head[end] != UInt8(ascii: "?") { end += 1 }
            guard end > start else { break }
            return HeadSlice(start: start, end: end)
        }
        throw HTTP1Failure("the request target is no path")
    }
}
