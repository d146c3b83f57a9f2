/// Questions about the lines of a JSON5 text.
struct JSON5Text {
    let bytes: [UInt8]

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether only blanks stand before an offset on its line.
    func isFirstOnLine(_ offset: Int) -> Bool {
        let start = blanksStart(before: offset)
        return start > 0 && Byte.isLineEnd(bytes[start - 1])
    }

    /// The offset of the blanks that stand directly before an offset.
    func blanksStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, Byte.isBlank(bytes[start - 1]) { start -= 1 }
        return start
    }

    /// The blanks at the beginning of the line of an offset.
    func indentation(ofLineAt offset: Int) -> String {
        var start = offset
        while start > 0, !Byte.isLineEnd(bytes[start - 1]) { start -= 1 }
        let blanks = bytes[start...].prefix(while: Byte.isBlank)
        return String(decoding: blanks, as: UTF8.self)
    }

    func hasLineEnd(_ range: Range<Int>) -> Bool { bytes[range].contains(where: Byte.isLineEnd) }

    /// Whether a range holds white space only.
    func isWhiteSpace(_ range: Range<Int>) -> Bool {
        var scanner = JSON5Scanner(bytes, at: range.lowerBound)
        scanner.skipWhiteSpace()
        return scanner.position >= range.upperBound
    }

    /// The end of what stands on the line behind an offset when that is blanks and comments only; comments that go on
    /// to the next line do not count.
    func endOfComments(behind offset: Int) -> (offset: Int, reachesLineEnd: Bool) {
        var scanner = JSON5Scanner(bytes, at: offset)
        var end = offset
        while true {
            while let byte = scanner.current, Byte.isBlank(byte) { scanner.position += 1 }
            if scanner.current == nil || scanner.lineEndLength() != nil { return (end, true) }
            guard scanner.current == Byte.slash, scanner.next == Byte.slash || scanner.next == Byte.star else {
                return (end, false)
            }
            let start = scanner.position
            guard scanner.skipComment(), !hasLineEnd(start..<scanner.position) else { return (end, false) }
            end = scanner.position
        }
    }

    /// The offset behind the line end that follows blanks behind an offset.
    func nextLine(behind offset: Int) -> Int {
        var scanner = JSON5Scanner(bytes, at: offset)
        while let byte = scanner.current, Byte.isBlank(byte) { scanner.position += 1 }
        return scanner.position + (scanner.lineEndLength() ?? 0)
    }

    /// The end of the last comment in a range of white space and comments, or the beginning of the range.
    func endOfLastComment(_ range: Range<Int>) -> Int {
        var scanner = JSON5Scanner(bytes, at: range.lowerBound)
        var end = range.lowerBound
        while true {
            scanner.skipWhiteSpace()
            guard scanner.position < range.upperBound, scanner.skipComment() else { return end }
            end = scanner.position
        }
    }
}
