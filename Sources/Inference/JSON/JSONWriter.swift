/// Writes values as JSON text.
package struct JSONWriter {
    package internal(set) var bytes: [UInt8] = []
    private let isPretty: Bool
    private var depth = 0

    package init(isPretty: Bool = false) { self.isPretty = isPretty }

    package mutating func write(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .number(let number): bytes.append(contentsOf: number.text.utf8)
        case .string(let text): write(text)
        case .array(let elements):
            list("[", "]", elements) { $0.write($1) }
        case .object(let object):
            list("{", "}", object.members) { writer, member in
                writer.write(member.key)
                writer.append(writer.isPretty ? ": " : ":")
                writer.write(member.value)
            }
        }
    }

    /// Writes a string; only quotes, backslashes and control characters are escaped.
    package mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { writeString(UnsafeRawBufferPointer($0)) }
    }

    /// Writes bytes of UTF-8 as a string.
    package mutating func writeString(_ text: ArraySlice<UInt8>) { text.withUnsafeBytes { writeString($0) } }

    /// Plain stretches are copied whole; texts with an escape in every line are as common as those without any.
    private mutating func writeString(_ text: UnsafeRawBufferPointer) {
        bytes.append(UInt8(ascii: "\""))
        let span = text.bytes
        var offset = 0
        while true {
            let end = JSONScanner.plainRun(in: span, from: offset, to: text.count)
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[offset..<end]))
            if end == text.count { break }
            appendEscaped(span.byte(end))
            offset = end + 1
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func list<Item>(
        _ open: StaticString, _ close: StaticString, _ items: [Item], _ write: (inout JSONWriter, Item) -> Void
    ) {
        append(open)
        depth += 1
        for (index, item) in items.enumerated() {
            if index > 0 { append(",") }
            breakLine()
            write(&self, item)
        }
        depth -= 1
        if !items.isEmpty { breakLine() }
        append(close)
    }

    private mutating func breakLine() {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    mutating func append(_ literal: StaticString) { literal.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x0C: append("\\f")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0..<0x10: bytes.append(contentsOf: "\\u000\(String(byte, radix: 16))".utf8)
        case 0x10..<0x20: bytes.append(contentsOf: "\\u00\(String(byte, radix: 16))".utf8)
        default: bytes.append(byte)
        }
    }
}
