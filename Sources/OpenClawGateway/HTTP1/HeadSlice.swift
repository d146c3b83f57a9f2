/// Where a piece of a head stands among its bytes.
struct HeadSlice: Hashable {
    let start: Int
    let end: Int

    var isEmpty: Bool { start == end }
    var count: Int { end - start }

    @inline(__always)
    func bytes(in head: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: head[start..<end])
    }

    func text(in head: UnsafeRawBufferPointer) -> String { String(decoding: bytes(in: head), as: UTF8.self) }

    /// Whether the piece is `name`, written in lower case, in whatever case it came.
    @inline(__always)
    func isNamed(_ name: StaticString, in head: UnsafeRawBufferPointer) -> Bool {
        isNamed(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), in: head)
    }

    @inline(__always)
    func isNamed(_ name: UnsafeBufferPointer<UInt8>, in head: UnsafeRawBufferPointer) -> Bool {
        guard count == name.count else { return false }
        guard count >= 8 else {
            for offset in 0..<count where Self.lowercased(head[start + offset]) != name[offset] { return false }
            return true
        }
        let name = UnsafeRawBufferPointer(name)
        for offset in stride(from: 0, to: count &- 8, by: 8) {
            guard HeadWord(head, at: start + offset).isNamed(HeadWord(name, at: offset)) else { return false }
        }
        return HeadWord(head, at: end - 8).isNamed(HeadWord(name, at: count - 8))
    }

    @inline(__always)
    static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
