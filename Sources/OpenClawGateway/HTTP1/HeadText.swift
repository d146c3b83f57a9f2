/// The lines of a head, written into memory whose size was reckoned before: one write to a buffer for all of them, because each
/// has checks of its own.
struct HeadText {
    private let memory: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(_ memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

    mutating func add(_ text: StaticString) {
        add(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func add(text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        room(for: bytes.count).copyMemory(from: bytes)
    }

    /// One line. Bytes of the value outside of visible ASCII are replaced, whoever wrote them.
    mutating func addField(_ name: StaticString, _ value: String) {
        addLine(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), value)
    }

    /// - Parameter name: a name that is known to be one.
    mutating func addField(known name: String, _ value: String) {
        var name = name
        name.withUTF8 { addLine($0, value) }
    }

    /// A line whose name is left to others; no line when it is none.
    mutating func addField(named name: String, _ value: String) {
        var name = name
        name.withUTF8 { name in
            for byte in name where !ByteClass.isToken(byte) { return }
            if !name.isEmpty { addLine(name, value) }
        }
    }

    private mutating func addLine(_ name: UnsafeBufferPointer<UInt8>, _ value: String) {
        var value = value
        value.withUTF8 { value in
            let line = room(for: name.count + value.count + Self.framing)
            let (start, end) = (name.count + 2, line.count - 2)
            line.copyBytes(from: name)
            (line[start - 2], line[start - 1]) = (UInt8(ascii: ":"), UInt8(ascii: " "))
            let text = UnsafeMutableRawBufferPointer(rebasing: line[start..<end])
            text.copyBytes(from: value)
            if !ByteClass.arePlain(UnsafeRawBufferPointer(text)) {
                for index in text.indices where !ByteClass.isPlain(text[index]) { text[index] = UInt8(ascii: "?") }
            }
            (line[end], line[end + 1]) = (0x0D, 0x0A)
        }
    }

    mutating func add(_ number: Int) {
        let rest = UnsafeMutableRawBufferPointer(rebasing: memory[count...])
        var place = TextPlace(rest.bindMemory(to: UInt8.self))
        place.put(number)
        count += place.count
    }

    mutating func add(hexadecimal number: Int) {
        let digits = max(1, (Int.bitWidth - number.leadingZeroBitCount + 3) / 4)
        let room = room(for: digits)
        for index in 0..<digits {
            let digit = UInt8(truncatingIfNeeded: (number >> (4 * (digits - 1 - index))) & 0xF)
            room[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
    }

    private mutating func room(for more: Int) -> UnsafeMutableRawBufferPointer {
        precondition(more <= memory.count - count, "the size of a head was reckoned wrongly")
        defer { count += more }
        return UnsafeMutableRawBufferPointer(rebasing: memory[count..<count + more])
    }

    /// Bytes of a line beside its name and its value.
    static let framing = 4
    /// Bytes of the longest number.
    static let number = 20
}
