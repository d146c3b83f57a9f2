/// One line of the log: a JSON object. What clients send can neither end a line nor begin one, because everything is written
/// as JSON and cut to a length.
package struct LogLine: Sendable {
    private static let longestText = 2048
    private(set) var bytes: [UInt8] = []
    private var isEmpty = true

    package init() { bytes.append(UInt8(ascii: "{")) }

    /// A line behind others.
    init(after lines: consuming [UInt8]) {
        bytes = consume lines
        bytes.append(UInt8(ascii: "{"))
    }

    package mutating func add(_ name: StaticString, _ text: String) {
        begin(name)
        write(text)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        var text = text
        let isPlain = text.withUTF8 { utf8 in
            guard utf8.count <= Self.longestText, utf8.allSatisfy(Self.isPlain) else { return false }
            bytes.append(contentsOf: utf8)
            return true
        }
        if isPlain { return }
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < Self.longestText else {
                bytes += Array("…".utf8)
                break
            }
            count += 1
            write(scalar)
        }
    }

    /// Whether a byte stands for itself in JSON and on a terminal.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    package mutating func add(_ name: StaticString, _ text: String?) {
        if let text { add(name, text) }
    }

    package mutating func add(_ name: StaticString, _ number: Int) {
        begin(name)
        bytes += String(number).utf8
    }

    package mutating func add(_ name: StaticString, _ number: Int?) {
        if let number { add(name, number) }
    }

    package mutating func add(_ name: StaticString, _ flag: Bool?) {
        guard let flag else { return }
        begin(name)
        bytes += (flag ? "true" : "false").utf8
    }

    package mutating func add(_ name: StaticString, _ texts: [String]?) {
        add(name, each: texts) { $0.write($1) }
    }

    package mutating func add(_ name: StaticString, _ numbers: [Int?]?) {
        add(name, each: numbers) { line, number in line.bytes += (number.map { String($0) } ?? "null").utf8 }
    }

    /// Objects inside of the line.
    package mutating func add(_ name: StaticString, _ objects: [LogLine]?) {
        add(name, each: objects) { line, object in line.bytes += object.bytes + [UInt8(ascii: "}")] }
    }

    private mutating func add<Element>(
        _ name: StaticString, each elements: [Element]?, _ write: (inout LogLine, Element) -> Void
    ) {
        guard let elements else { return }
        begin(name)
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// The line with its end.
    package consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// A name that is not known before.
    package mutating func add(named name: String, _ text: String) {
        separate()
        write(name)
        bytes.append(UInt8(ascii: ":"))
        write(text)
    }

    private mutating func begin(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func separate() {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
    }

    /// Control characters, also those that turn the direction of writing or end a line in some readers, as escapes.
    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x22: bytes += #"\""#.utf8
        case 0x5C: bytes += #"\\"#.utf8
        case 0x0A: bytes += #"\n"#.utf8
        case 0x0D: bytes += #"\r"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
            let digits = String(scalar.value, radix: 16)
            bytes += Array("\\u".utf8) + Array(repeating: UInt8(ascii: "0"), count: 4 - digits.utf8.count) + digits.utf8
        default: bytes += Unicode.Scalar(scalar).utf8
        }
    }
}
