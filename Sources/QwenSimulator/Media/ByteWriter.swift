/// Writes numbers and nested boxes in either byte order.
struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func big(_ value: Int, _ count: Int) {
        for shift in stride(from: (count - 1) * 8, through: 0, by: -8) { bytes.append(UInt8(value >> shift & 0xFF)) }
    }

    mutating func little(_ value: Int, _ count: Int) {
        for shift in stride(from: 0, to: count * 8, by: 8) { bytes.append(UInt8(value >> shift & 0xFF)) }
    }

    mutating func text(_ text: String) { bytes += Array(text.utf8) }

    mutating func zeros(_ count: Int) { bytes += [UInt8](repeating: 0, count: count) }

    /// A box of an MP4 file: its length, its type and what `body` writes.
    mutating func box(_ type: String, _ body: (inout ByteWriter) -> Void) {
        let start = bytes.count
        zeros(4)
        text(type)
        body(&self)
        let length = bytes.count - start
        for index in 0..<4 { bytes[start + index] = UInt8(length >> ((3 - index) * 8) & 0xFF) }
    }

    /// A box that begins with a version and flags.
    mutating func fullBox(_ type: String, flags: Int = 0, _ body: (inout ByteWriter) -> Void) {
        box(type) {
            $0.big(flags, 4)
            body(&$0)
        }
    }
}
