package import Inference

/// One value of a JSON5 text with the place it was written at.
package struct JSON5Node: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case null
        case bool(Bool)
        /// The number as JSON text; `Infinity`, `-Infinity` and `NaN` keep their JSON5 spelling.
        case number(JSONNumber)
        case string(String)
        case array([JSON5Element])
        case object([JSON5Member])
    }

    /// The bytes of the value, without white space and comments around it.
    package let range: Range<Int>
    package let content: Content

    /// The members in the order they were written, duplicates included; empty for other kinds.
    package var members: [JSON5Member] { if case .object(let members) = content { members } else { [] } }

    /// The member that counts among those of one key: the last.
    package func member(_ key: String) -> JSON5Member? { members.last { $0.key == key } }

    /// The value as a tree. Numbers that JSON does not have become `null`.
    package var value: JSONValue {
        switch content {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let number): number.isFinite ? .number(number) : .null
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.value.value))
        case .object(let members): .object(JSONObject(members.map { ($0.key, $0.value.value) }))
        }
    }
}

/// An element of a JSON5 array and the offset of the comma behind it.
package struct JSON5Element: Sendable, Hashable {
    package let value: JSON5Node
    package let comma: Int?
}

/// A member of a JSON5 object and the offset of the comma behind it.
package struct JSON5Member: Sendable, Hashable {
    package let key: String
    package let keyRange: Range<Int>
    package let value: JSON5Node
    package let comma: Int?
}

extension JSONNumber {
    /// Whether this is a number that JSON can write.
    var isFinite: Bool { !text.hasSuffix("Infinity") && text != "NaN" }
}
