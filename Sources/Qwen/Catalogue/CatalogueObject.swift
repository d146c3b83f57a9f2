import Inference

/// One object of a resource file, read strictly: absent, misspelt and mistyped members are errors, never defaults.
///
/// Ask for members in the order in which they are written, and call ``finish()`` at the end.
struct CatalogueObject {
    private let node: JSONNode
    private let members: [JSONNode.Member]
    private var taken: UInt128 = 0
    private var next = 0

    init(_ node: JSONNode) throws(InferenceError) {
        guard node.kind == .object else { throw Self.failure(node, "expected an object") }
        self.node = node
        members = node.members
        guard members.count <= 128 else { throw Self.failure(node, "expected no more than 128 members") }
    }

    /// A member that must be there.
    mutating func value(_ key: String) throws(InferenceError) -> JSONNode {
        guard let value = optional(key) else { throw Self.failure(node, "'\(key)' is missing") }
        return value
    }

    /// A member that may be absent.
    mutating func optional(_ key: String) -> JSONNode? {
        for step in members.indices {
            let index = (next + step) % members.count
            guard taken & (1 << UInt128(index)) == 0, members[index].key == key else { continue }
            taken |= 1 << UInt128(index)
            next = index + 1
            return members[index].value
        }
        return nil
    }

    /// The names of all members in order.
    var keys: [String] { members.map(\.key) }

    /// Whether a member is there.
    func holds(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// The error of a member of a wrong kind or value.
    func wrong(_ key: String, expected: String) -> InferenceError {
        Self.failure(members.last { $0.key == key }?.value ?? node, "'\(key)' should be \(expected)")
    }

    /// Fails when a member was not asked for, because nobody knows what it means.
    func finish() throws(InferenceError) {
        for (index, member) in members.enumerated() where taken & (1 << UInt128(index)) == 0 {
            throw Self.failure(member.value, "'\(member.key)' is unknown or written twice")
        }
    }

    private static func failure(_ node: JSONNode, _ message: String) -> InferenceError {
        let line = node.document.bytes[..<node.range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
        return InferenceError(.invalidConfiguration, "the catalogue is broken at line \(line): \(message)")
    }
}
