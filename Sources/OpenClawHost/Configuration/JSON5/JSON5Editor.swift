package import Inference

/// Changes values of a JSON5 text in place: comments, order, indentation, quotes, trailing commas and line ends of
/// everything else stay byte for byte, and what is added follows the style of its neighbours.
///
///     var editor = JSON5Editor(document)
///     try editor.set("low", at: ConfigurationPath(parsing: "agents.defaults.thinkingDefault"))
///     try AtomicFile(path).replace(with: editor.document.bytes)
package struct JSON5Editor: Sendable {
    package private(set) var document: JSON5Document
    private let limits: JSON5Limits

    package init(_ document: JSON5Document, limits: JSON5Limits = JSON5Limits()) {
        self.document = document
        self.limits = limits
    }

    /// Sets the value at a path. Missing objects and arrays on the way are created; the index behind the last element
    /// appends. Objects and arrays are changed member by member, so that comments in them survive.
    ///
    /// - Throws: `JSON5EditError` when a scalar is in the way or an index is beyond the end.
    package mutating func set(_ value: JSONValue, at path: ConfigurationPath) throws(JSON5EditError) {
        guard let node = document.node(at: path) else { return try insert(value, at: path) }
        guard node.value != value else { return }
        switch (node.content, value) {
        case (.object(let members), .object(let object)) where members.contains { object[$0.key] != nil }:
            try setMembers(of: object, at: path, replacing: members)
        case (.array(let elements), .array(let values)) where !elements.isEmpty && !values.isEmpty:
            try setElements(values, at: path, count: elements.count)
        default:
            try replace(node, with: value, at: path)
        }
    }

    /// Removes the value at a path; false when there is none.
    @discardableResult
    package mutating func unset(_ path: ConfigurationPath) throws(JSON5EditError) -> Bool {
        guard let component = path.components.last, document.node(at: path) != nil else { return false }
        while let container = document.node(at: path.parent), let index = container.lastIndex(of: component) {
            try apply(JSON5Removal(from: container, of: document).splices(at: index), at: path)
            guard case .object = container.content else { break }
        }
        return true
    }

    private mutating func setMembers(
        of object: JSONObject, at path: ConfigurationPath, replacing members: [JSON5Member]
    ) throws(JSON5EditError) {
        for member in members where object[member.key] == nil { try unset(path.appending(member.key)) }
        for member in object.members { try set(member.value, at: path.appending(member.key)) }
    }

    private mutating func setElements(
        _ values: [JSONValue], at path: ConfigurationPath, count: Int
    ) throws(JSON5EditError) {
        for index in stride(from: count - 1, through: values.count, by: -1) { try unset(path.appending(index)) }
        for (index, value) in values.enumerated() { try set(value, at: path.appending(index)) }
    }

    private mutating func replace(
        _ node: JSON5Node, with value: JSONValue, at path: ConfigurationPath
    ) throws(JSON5EditError) {
        var style = JSON5Style(of: document)
        let text = JSON5Text(bytes: document.bytes)
        if case .string = node.content {
            style.stringQuote = document.bytes[node.range.lowerBound] == Byte.apostrophe ? "'" : "\""
        }
        let isOnOneLine = !style.isMultiline && !text.hasLineEnd(node.range)
        let indent = isOnOneLine ? nil : text.indentation(ofLineAt: node.range.lowerBound)
        let rendered = JSON5Renderer(style: style).text(value, indent: indent)
        try apply([JSON5Splice(range: node.range, text: rendered)], at: path)
    }

    private mutating func insert(_ value: JSONValue, at path: ConfigurationPath) throws(JSON5EditError) {
        guard document.root != nil else { return try begin(with: try Self.nested(value, path.components[...], path)) }
        var existing = path
        while document.node(at: existing) == nil { existing = existing.parent }
        guard let container = document.node(at: existing) else { return }
        let missing = path.components[existing.components.count...]
        let content = try Self.nested(value, missing.dropFirst(), path)
        let style = JSON5Style(of: document)
        let insertion = JSON5Insertion(into: container, of: document, style: style)
        switch (container.content, missing.first) {
        case (.null, _): try replace(container, with: try Self.nested(value, missing, path), at: existing)
        case (.object, let component?): try apply(insertion.splices(key: component.key, content), at: path)
        case (.array(let elements), let component?):
            guard let index = component.index else {
                throw JSON5EditError(
                    path: existing, message: "is a list; expected an index instead of '\(component.key)'")
            }
            guard index == elements.count else { throw Self.beyondEnd(existing, elements.count) }
            try apply(insertion.splices(key: nil, content), at: path)
        default:
            throw JSON5EditError(path: existing, message: "is \(container.kindName), so nothing can be set below it")
        }
    }

    /// Writes the first value into a text that has none.
    private mutating func begin(with value: JSONValue) throws(JSON5EditError) {
        var text = document.text
        if let last = document.bytes.last, !Byte.isLineEnd(last) { text += "\n" }
        text += JSON5Renderer(style: JSON5Style()).text(value, indent: "") + "\n"
        document = try parsed(Array(text.utf8), at: .root)
    }

    private mutating func apply(_ splices: [JSON5Splice], at path: ConfigurationPath) throws(JSON5EditError) {
        document = try parsed(splices.applied(to: document.bytes), at: path)
    }

    private func parsed(_ bytes: [UInt8], at path: ConfigurationPath) throws(JSON5EditError) -> JSON5Document {
        do throws(JSON5SyntaxError) {
            return try JSON5Document(bytes, limits: limits)
        } catch {
            throw JSON5EditError(path: path, message: "cannot be written: \(error.message)")
        }
    }

    /// A value inside of the objects and arrays that a path needs.
    private static func nested(
        _ value: JSONValue, _ components: ArraySlice<ConfigurationPath.Component>, _ path: ConfigurationPath
    ) throws(JSON5EditError) -> JSONValue {
        var result = value
        for component in components.reversed() {
            switch component {
            case .key(let name): result = .object(JSONObject([(name, result)]))
            case .index(0): result = [result]
            case .index: throw beyondEnd(path, 0)
            }
        }
        return result
    }

    private static func beyondEnd(_ path: ConfigurationPath, _ count: Int) -> JSON5EditError {
        JSON5EditError(path: path, message: "the index is beyond the end; the next free one is \(count)")
    }
}

extension JSON5Node {
    /// The position of the last member or element that a component means.
    fileprivate func lastIndex(of component: ConfigurationPath.Component) -> Int? {
        switch content {
        case .object(let members): members.lastIndex { $0.key == component.key }
        case .array(let elements): component.index.flatMap { elements.indices.contains($0) ? $0 : nil }
        default: nil
        }
    }

    /// The kind of value, in words.
    var kindName: String {
        switch content {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
