/// `HTTP/1.1 200 reason`.
struct StatusLine {
    let status: Int
    let isCurrentVersion: Bool

    init(_ line: HeadSlice, in head: UnsafeRawBufferPointer) throws(HTTP1Failure) {
        let prefix: StaticString = "HTTP/1."
        guard line.count >= 12, (0..<7).allSatisfy({ head[line.start + $0] == prefix.utf8Start[$0] }),
            head[line.start + 8] == 0x20, let minor = ByteClass.digit(head[line.start + 7]), minor <= 1
        else { throw HTTP1Failure("the status line is none of HTTP/1.1") }
        var code = 0
        for index in line.start + 9..<line.start + 12 {
            guard let digit = ByteClass.digit(head[index]) else { throw HTTP1Failure("the status is no number") }
            code = code * 10 + digit
        }
        guard (100..<600).contains(code) else { throw HTTP1Failure("the status is out of range") }
        guard line.count == 12 || head[line.start + 12] == 0x20 else { throw HTTP1Failure("the status is no number") }
        for index in line.start + 12..<line.end where !ByteClass.isValue(head[index]) {
            throw HTTP1Failure("the status line holds a control character")
        }
        status = code
        isCurrentVersion = minor == 1
    }
}
