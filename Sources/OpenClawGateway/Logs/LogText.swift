/// JSON objects as the log has them, one in a line. What clients send can neither end a line nor begin one, because everything
/// is written as JSON and cut to a length.
struct LogText {
    private static let longestText = 2048
    private(set) var bytes: [UInt8] = []
    /// Whether the object has no members yet.
    private var isEmpty = true

    init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    mutating func begin() {
        bytes.append(UInt8(ascii: "{"))
        isEmpty = true
    }

    /// Begins an object with members that were written before.
    mutating func begin(_ opening: [UInt8]) {
        bytes += opening
        isEmpty = false
    }

    mutating func end() { bytes.append(UInt8(ascii: "}")) }

    mutating func endLine() {
        end()
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func add(_ name: StaticString, _ text: String) {
        let isWritten = text.utf8.withContiguousStorageIfAvailable { utf8 in
            guard Self.isPlain(utf8) else { return false }
            add(name, room: utf8.count + 2) { place in
                place.put(UInt8(ascii: "\""))
                place.put(utf8)
                place.put(UInt8(ascii: "\""))
            }
            return true
        }
        guard isWritten != true else { return }
        begin(name)
        write(text)
    }

    mutating func add(_ name: StaticString, _ text: String?) {
        if let text { add(name, text) }
    }

    mutating func add(_ name: StaticString, _ number: Int) {
        add(name, room: Self.longestNumber) { $0.put(number) }
    }

    mutating func add(_ name: StaticString, _ number: Int?) {
        if let number { add(name, number) }
    }

    mutating func add(_ name: StaticString, _ flag: Bool?) {
        guard let flag else { return }
        begin(name)
        append(flag ? "true" : "false")
    }

    mutating func add(_ name: StaticString, _ texts: [String]) {
        add(name, each: texts) { $0.write($1) }
    }

    mutating func add(_ name: StaticString, _ numbers: [Int?]) {
        add(name, each: numbers) { text, number in
            if let number { text.write(number) } else { text.append("null") }
        }
    }

    /// Adds a list.
    mutating func add<Element>(
        _ name: StaticString, each elements: [Element], _ write: (inout LogText, Element) -> Void
    ) {
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, element)
        }
        isEmpty = false
        bytes.append(UInt8(ascii: "]"))
    }

    /// Members that were written before.
    mutating func add(members: [UInt8]) {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        bytes += members
        isEmpty = false
    }

    /// A name that is not known before.
    mutating func add(named name: String, _ text: String) {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        write(name)
        bytes.append(UInt8(ascii: ":"))
        write(text)
    }

    private mutating func begin(_ name: StaticString) { add(name, room: 0) { _ in } }

    /// Adds a member whose value the body writes into the room that it needs.
    @inline(__always)
    private mutating func add(_ name: StaticString, room: Int, _ body: (inout TextPlace) -> Void) {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        let isFirst = isEmpty
        isEmpty = false
        fill(name.count + 4 + room) { place in
            if !isFirst { place.put(UInt8(ascii: ",")) }
            place.put(UInt8(ascii: "\""))
            place.put(name)
            place.put(UInt8(ascii: "\""))
            place.put(UInt8(ascii: ":"))
            body(&place)
        }
    }

    @inline(__always)
    private mutating func fill(_ room: Int, _ body: (inout TextPlace) -> Void) {
        bytes.append(addingCapacity: room) { free in
            free.withUnsafeMutableBufferPointer { memory, count in
                var place = TextPlace(UnsafeMutableBufferPointer(rebasing: memory[count..<memory.count]))
                body(&place)
                count += place.count
            }
        }
    }
}

// How values are written.
extension LogText {
    /// The digits of the smallest integer, and its sign.
    private static let longestNumber = 20

    private mutating func write(_ number: Int) { fill(Self.longestNumber) { $0.put(number) } }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for (count, scalar) in text.unicodeScalars.enumerated() {
            guard count < Self.longestText else {
                append("…")
                break
            }
            write(scalar)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether every byte stands for itself in JSON and on a terminal, and none is too many.
    private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count <= longestText else { return false }
        // Without a way out, so that many are looked at together.
        var others: UInt8 = 0
        for byte in utf8 {
            others |= byte &- 0x20 >= 0x5F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0
        }
        return others == 0
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Control characters, also those that turn the direction of writing or end a line in some readers, as escapes.
    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x22: append(#"\""#)
        case 0x5C: append(#"\\"#)
        case 0x0A: append(#"\n"#)
        case 0x0D: append(#"\r"#)
        case 0x09: append(#"\t"#)
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
            let digits = String(scalar.value, radix: 16)
            bytes += Array("\\u".utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.utf8.count) + digits.utf8
        default: bytes += Unicode.Scalar(scalar).utf8
        }
    }
}
