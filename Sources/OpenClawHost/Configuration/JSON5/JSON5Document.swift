package import Inference

/// A JSON5 text that was read without losing anything: values with their places, and the bytes themselves.
///
/// Comments, trailing commas, keys without quotes, single quotes, hexadecimal numbers and all JSON5 white space are
/// read. Use `JSON5Editor` to change values and keep the rest of the text as it is.
package struct JSON5Document: Sendable, Hashable {
    package let bytes: [UInt8]
    /// The value of the text; `nil` when it holds only white space and comments.
    package let root: JSON5Node?
    private let lines: SourceLines

    /// - Throws: `JSON5SyntaxError` with line, column and an excerpt.
    package init(_ bytes: [UInt8], limits: JSON5Limits = JSON5Limits()) throws(JSON5SyntaxError) {
        var parser = JSON5Parser(bytes, limits: limits, syntax: .json5)
        root = try parser.parse()
        self.bytes = bytes
        lines = SourceLines(bytes)
    }

    package init(_ text: String, limits: JSON5Limits = JSON5Limits()) throws(JSON5SyntaxError) {
        try self.init(Array(text.utf8), limits: limits)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The line and column of a byte offset.
    package func position(of offset: Int) -> SourcePosition { lines.position(of: offset, in: bytes) }

    /// The value at a path, `nil` when there is none.
    package func node(at path: ConfigurationPath) -> JSON5Node? {
        path.components.reduce(root) { node, component in node?.child(component) }
    }

    /// The whole text as a tree.
    package var value: JSONValue? { root?.value }
}

extension JSON5Document {
    /// Reads one value in the syntax of JSON5 or, when asked, of plain JSON only.
    package static func value(
        of text: String, strictJSON: Bool = false, limits: JSON5Limits = JSON5Limits()
    ) throws(JSON5SyntaxError) -> JSONValue? {
        var parser = JSON5Parser(Array(text.utf8), limits: limits, syntax: strictJSON ? .json : .json5)
        return try parser.parse()?.value
    }
}

extension JSON5Node {
    /// The member or element that a path component means.
    package func child(_ component: ConfigurationPath.Component) -> JSON5Node? {
        switch content {
        case .object: member(component.key)?.value
        case .array(let elements):
            component.index.flatMap { elements.indices.contains($0) ? elements[$0].value : nil }
        default: nil
        }
    }
}
