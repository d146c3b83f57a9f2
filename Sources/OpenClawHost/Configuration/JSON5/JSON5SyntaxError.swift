/// A place where a text stops being JSON5.
package struct JSON5SyntaxError: Error, Sendable, Hashable {
    /// What was expected, in lower case without a full stop.
    package let message: String
    package let position: SourcePosition
    /// The line with secrets masked, and under it a caret at the column.
    package let excerpt: String

    init(_ message: String, at offset: Int, in bytes: [UInt8]) {
        self.message = message
        let lines = SourceLines(bytes)
        position = lines.position(of: offset, in: bytes)
        excerpt = Self.excerpt(of: bytes, lineStart: lines.start(ofLineAt: offset), column: position.column)
    }

    private static func excerpt(of bytes: [UInt8], lineStart: Int, column: Int) -> String {
        let line = bytes[min(lineStart, bytes.count)...].prefix { !Byte.isLineEnd($0) }.prefix(4_096)
        let masked = SensitiveText.maskingSecrets(inLine: String(decoding: line, as: UTF8.self))
        let scalars = masked.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        let first = max(0, min(column - 1, scalars.count) - 60)
        let shown = String(String.UnicodeScalarView(scalars[first...].prefix(100)))
        return shown + "\n" + String(repeating: " ", count: max(0, column - 1 - first)) + "^"
    }
}

extension JSON5SyntaxError: CustomStringConvertible {
    package var description: String { "\(position): \(message)" }
}
