/// Replaces `${NAME}` in texts by the values of variables. `$${NAME}` is the text `${NAME}`; names are upper case.
///
/// A variable that is not set or empty leaves the whole text without a value.
struct VariableSubstitution {
    /// The value of a variable; blank values do not count.
    let lookUp: (String) -> String?
    private(set) var issues: [ConfigurationIssue] = []

    init(lookUp: @escaping (String) -> String?) { self.lookUp = lookUp }

    mutating func resolve(_ value: ConfigurationValue, at path: ConfigurationPath = .root) -> ConfigurationValue {
        var value = value
        switch value.content {
        case .string(let text) where text.utf8.contains(UInt8(ascii: "$")): substitute(text, in: &value, at: path)
        case .array(let elements):
            value.content = .array(elements.enumerated().map { resolve($1, at: path.appending($0)) })
        case .object(let members):
            value.content = .object(
                members.map { member in
                    var member = member
                    member.value = resolve(member.value, at: path.appending(member.key))
                    return member
                })
        default: break
        }
        return value
    }

    private mutating func substitute(_ text: String, in value: inout ConfigurationValue, at path: ConfigurationPath) {
        var result = ""
        var missing: [String] = []
        for part in Self.parts(of: text) {
            guard case .variable(let name) = part else {
                if case .text(let literal) = part { result += literal }
                continue
            }
            value.origin.variables.append(name)
            if let found = lookUp(name) { result += found } else { missing.append(name) }
        }
        value.content = missing.isEmpty ? .string(result) : .unresolved(text, missing: missing)
        for name in missing {
            let message = "variable \(name) is not set, so this has no value"
            issues.append(ConfigurationIssue(.warning, path, message, origin: value.origin))
        }
    }

    enum Part: Equatable {
        case text(String)
        case variable(String)
    }

    /// Splits a text at its variables.
    static func parts(of text: String) -> [Part] {
        let bytes = Array(text.utf8)
        var parts: [Part] = []
        var literal: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == dollar, bytes[safe: index + 1] == dollar, let end = nameEnd(in: bytes, at: index + 1) {
                literal.append(contentsOf: bytes[(index + 1)..<end])
                index = end
            } else if bytes[index] == dollar, let end = nameEnd(in: bytes, at: index) {
                if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
                literal = []
                parts.append(.variable(String(decoding: bytes[(index + 2)..<(end - 1)], as: UTF8.self)))
                index = end
            } else {
                literal.append(bytes[index])
                index += 1
            }
        }
        if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
        return parts
    }

    private static let dollar = UInt8(ascii: "$")

    /// The offset behind the `}` of the `${NAME}` that begins at an offset.
    private static func nameEnd(in bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[safe: start] == dollar, bytes[safe: start + 1] == Byte.openBrace else { return nil }
        var index = start + 2
        while let byte = bytes[safe: index] {
            let isFirst = index == start + 2
            if byte == Byte.closeBrace { return isFirst ? nil : index + 1 }
            let isLetter = byte == UInt8(ascii: "_") || (0x41...0x5A).contains(byte)
            guard isLetter || !isFirst && Byte.isDigit(byte) else { return nil }
            index += 1
        }
        return nil
    }
}
