package import Inference

/// A value of the effective configuration with the place it was written at.
package struct ConfigurationValue: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case null
        case bool(Bool)
        case number(JSONNumber)
        case string(String)
        /// A text with variables that are not set: it has no value and is never sent anywhere.
        case unresolved(String, missing: [String])
        case array([ConfigurationValue])
        case object([ConfigurationMember])
    }

    package var content: Content
    package var origin: ConfigurationOrigin

    package init(_ content: Content, origin: ConfigurationOrigin) {
        self.content = content
        self.origin = origin
    }

    /// The members in order, without duplicate keys; empty for other kinds.
    package var members: [ConfigurationMember] { if case .object(let members) = content { members } else { [] } }
    /// The elements; empty for other kinds.
    package var elements: [ConfigurationValue] { if case .array(let elements) = content { elements } else { [] } }
    /// The text of a string whose variables are all set.
    package var string: String? { if case .string(let text) = content { text } else { nil } }
    package var bool: Bool? { if case .bool(let flag) = content { flag } else { nil } }
    package var int: Int? { if case .number(let number) = content { number.int } else { nil } }

    package subscript(_ key: String) -> ConfigurationValue? { members.first { $0.key == key }?.value }

    /// The member or element that a path component means.
    package func child(_ component: ConfigurationPath.Component) -> ConfigurationValue? {
        switch content {
        case .object: self[component.key]
        case .array(let elements):
            component.index.flatMap { elements.indices.contains($0) ? elements[$0] : nil }
        default: nil
        }
    }

    package subscript(_ path: ConfigurationPath) -> ConfigurationValue? {
        path.components.reduce(self) { $0?.child($1) }
    }

    /// The value as a tree; `nil` when it is a text with unset variables. Such texts are left out of objects and arrays.
    package var json: JSONValue? {
        switch content {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let number): number.isFinite ? .number(number) : .null
        case .string(let text): .string(text)
        case .unresolved: nil
        case .array(let elements): .array(elements.compactMap(\.json))
        case .object(let members):
            .object(JSONObject(members.compactMap { member in member.value.json.map { (member.key, $0) } }))
        }
    }
}

/// A key of the configuration with its value and the place of the key.
package struct ConfigurationMember: Hashable, Sendable {
    package var key: String
    package var origin: ConfigurationOrigin
    package var value: ConfigurationValue

    package init(key: String, origin: ConfigurationOrigin, value: ConfigurationValue) {
        self.key = key
        self.origin = origin
        self.value = value
    }
}

extension ConfigurationValue {
    /// The values of a document, each with its place in a file.
    package init(_ node: JSON5Node, of document: JSON5Document, file: String) {
        origin = ConfigurationOrigin(file: file, position: document.position(of: node.range.lowerBound))
        switch node.content {
        case .null: content = .null
        case .bool(let flag): content = .bool(flag)
        case .number(let number): content = .number(number)
        case .string(let text): content = .string(text)
        case .array(let elements):
            content = .array(elements.map { ConfigurationValue($0.value, of: document, file: file) })
        case .object(let members):
            content = .object(Self.unique(members).map { Self.member($0, of: document, file: file) })
        }
    }

    /// A later value laid over this one: objects merge, arrays are joined, anything else is replaced.
    package func merging(_ later: ConfigurationValue) -> ConfigurationValue {
        switch (content, later.content) {
        case (.array(let first), .array(let second)): return ConfigurationValue(.array(first + second), origin: origin)
        case (.object(var members), .object(let additions)):
            for addition in additions {
                if let index = members.firstIndex(where: { $0.key == addition.key }) {
                    members[index].value = members[index].value.merging(addition.value)
                } else {
                    members.append(addition)
                }
            }
            return ConfigurationValue(.object(members), origin: origin)
        default: return later
        }
    }

    /// Of duplicate keys the last counts, at the place of the first.
    private static func unique(_ members: [JSON5Member]) -> [JSON5Member] {
        var indices: [String: Int] = [:]
        var result: [JSON5Member] = []
        for member in members {
            if let index = indices[member.key] {
                result[index] = member
            } else {
                indices[member.key] = result.count
                result.append(member)
            }
        }
        return result
    }

    private static func member(_ member: JSON5Member, of document: JSON5Document, file: String) -> ConfigurationMember {
        ConfigurationMember(
            key: member.key,
            origin: ConfigurationOrigin(file: file, position: document.position(of: member.keyRange.lowerBound)),
            value: ConfigurationValue(member.value, of: document, file: file))
    }
}
