import Inference

/// The slow and obvious twin of `JSONEdits`: a tree whose nodes remember which node of the original they are.
struct EditedTree {
    private indirect enum Node {
        case scalar(JSONValue)
        case object([(key: String, node: Entry)])
        case array([Entry])
    }

    private struct Entry {
        /// The path in the original; `nil` for what was put in later.
        var origin: [Int]?
        var node: Node
        /// Whether it stands where the original had something else.
        var isReplaced = false
        /// Whether it is a member that was removed and may come back to its place.
        var isRemoved = false

        mutating func replace(with value: JSONValue) {
            node = EditedTree.entry(value, origin: nil).node
            isReplaced = true
        }
    }

    private var root: Entry

    init(_ value: JSONValue) { root = Self.entry(value, origin: []) }

    var value: JSONValue { Self.value(root) }

    /// Picks a node of the original by random steps and changes it in the same way here and in `edits`.
    mutating func editRandomly(_ start: JSONNode, _ edits: inout JSONEdits, _ random: inout RandomJSON) {
        var (node, path) = (start, [Int]())
        while node.count > 0, path.isEmpty || Bool.random(using: &random.generator) {
            let index = Int.random(in: 0..<node.count, using: &random.generator)
            let children = node.kind == .array ? node.elements : node.members.map(\.value)
            if children[index].count == 0 { break }
            path.append(index)
            node = children[index]
        }
        let new = random.value(depth: 4)
        switch (node.kind, Int.random(in: 0..<4, using: &random.generator)) {
        case (.object, 0...1):
            let key = random.key()
            edits.set(key, of: node, to: new)
            change(path) { Self.set(key, new, in: &$0) }
        case (.object, 2):
            let key = random.key()
            edits.set(key, of: node, to: nil)
            change(path) { Self.set(key, nil, in: &$0) }
        case (.array, 0...2):
            let index = Int.random(in: 0...node.count, using: &random.generator)
            changeArray(node, path, index, random.generator.next() % 3, new, &edits)
        default:
            guard !path.isEmpty else { return }
            edits.replace(node, with: new)
            Self.change(path, at: &root) { $0.replace(with: new) }
        }
    }

    private mutating func changeArray(
        _ node: JSONNode, _ path: [Int], _ index: Int, _ kind: UInt64, _ new: JSONValue, _ edits: inout JSONEdits
    ) {
        switch kind {
        case 0: edits.insert(new, at: index, of: node)
        case 1: edits.remove(at: index, of: node)
        default: edits.replace(at: index, of: node, with: JSONDocument(new).root)
        }
        change(path) { body in
            guard case .array(var entries) = body else { return }
            switch kind {
            case 0: if index <= entries.count { entries.insert(Self.entry(new, origin: nil), at: index) }
            case 1: if index < entries.count { entries.remove(at: index) }
            default: if index < entries.count { entries[index].replace(with: new) }
            }
            body = .array(entries)
        }
    }

    /// Edits inside something that was replaced have no effect.
    private mutating func change(_ path: [Int], _ body: (inout Node) -> Void) {
        Self.change(path, at: &root) { if !$0.isReplaced { body(&$0.node) } }
    }

    private static func change(_ path: [Int], at entry: inout Entry, _ body: (inout Entry) -> Void) {
        guard let origin = entry.origin, path.starts(with: origin) else { return }
        if origin == path { return body(&entry) }
        switch entry.node {
        case .scalar: return
        case .array(var entries):
            for index in entries.indices { change(path, at: &entries[index], body) }
            entry.node = .array(entries)
        case .object(var members):
            for index in members.indices { change(path, at: &members[index].node, body) }
            entry.node = .object(members)
        }
    }

    private static func set(_ key: String, _ value: JSONValue?, in node: inout Node) {
        guard case .object(var members) = node else { return }
        let index = members.firstIndex { $0.key == key }
        switch (index, value) {
        case (let index?, let value?):
            members[index].node.replace(with: value)
            members[index].node.isRemoved = false
        case (let index?, nil) where members[index].node.origin != nil: members[index].node.isRemoved = true
        case (let index?, nil): members.remove(at: index)
        case (nil, let value?): members.append((key, entry(value, origin: nil)))
        case (nil, nil): break
        }
        node = .object(members)
    }

    private static func entry(_ value: JSONValue, origin: [Int]?) -> Entry {
        switch value {
        case .array(let elements):
            let entries = elements.enumerated().map { index, element in
                entry(element, origin: origin.map { $0 + [index] })
            }
            return Entry(origin: origin, node: .array(entries))
        case .object(let object):
            let members = object.members.enumerated().map { index, member in
                (member.key, entry(member.value, origin: origin.map { $0 + [index] }))
            }
            return Entry(origin: origin, node: .object(members))
        default: return Entry(origin: origin, node: .scalar(value))
        }
    }

    private static func value(_ entry: Entry) -> JSONValue {
        switch entry.node {
        case .scalar(let value): value
        case .array(let entries): .array(entries.map { value($0) })
        case .object(let members):
            .object(JSONObject(members.filter { !$0.node.isRemoved }.map { ($0.key, value($0.node)) }))
        }
    }
}
