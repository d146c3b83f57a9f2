/// A range of a text and what stands there afterwards.
struct JSON5Splice {
    var range: Range<Int>
    var text: String

    static func insert(_ text: String, at offset: Int) -> JSON5Splice {
        JSON5Splice(range: offset..<offset, text: text)
    }

    static func remove(_ range: Range<Int>) -> JSON5Splice { JSON5Splice(range: range, text: "") }
}

extension [JSON5Splice] {
    /// The text after all changes. Ranges do not overlap; insertions at one offset keep their order.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        let ordered = enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, splice) in ordered {
            result += bytes[copied..<splice.range.lowerBound]
            result += splice.text.utf8
            copied = splice.range.upperBound
        }
        return result + bytes[copied...]
    }
}
