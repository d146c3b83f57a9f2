/// One value inside a document. Copying a node copies no text.
public struct JSONNode: Sendable {
    /// The document that the value lies in.
    public let document: JSONDocument
    /// Where it lies.
    public let range: Range<Int>

    /// One member of an object.
    public struct Member: Sendable {
        /// The key, escapes resolved.
        public var key: String
        /// The value.
        public var value: JSONNode
    }

    /// The kind of the value.
    public var kind: JSONKind { read { JSONScanner.kind(in: $0, at: $1.lowerBound) } ?? .null }

    /// The text of the value, byte for byte.
    public var rawBytes: ArraySlice<UInt8> { document.bytes[range] }

    /// The member of an object; of duplicate keys the last one counts. `nil` for other kinds and absent members.
    public subscript(_ key: String) -> JSONNode? {
        guard let found = document.value(named: key, of: range) else { return nil }
        return JSONNode(document: document, range: found)
    }

    /// The element of an array, or `nil` for other kinds and indices out of range.
    public subscript(_ index: Int) -> JSONNode? {
        guard kind == .array, index >= 0 else { return nil }
        if let known = document.outline.mapElements(at: range.lowerBound, { $0 }) {
            return known.indices.contains(index) ? JSONNode(document: document, range: known[index]) : nil
        }
        let (bytes, landmarks) = (document.bytes, document.landmarks)
        var cursor = JSONArrayCursor(after: range.lowerBound)
        var rest = index
        while let element = cursor.next(in: bytes.span.bytes, landmarks: landmarks) {
            if rest == 0 { return JSONNode(document: document, range: element) }
            rest -= 1
        }
        return nil
    }

    /// The members of an object in order, duplicates included; empty for other kinds.
    public var members: [Member] {
        let bytes = document.bytes
        let span = bytes.span.bytes
        var members: [Member] = []
        for member in memberRanges {
            members.append(Member(key: member.name(in: span), value: JSONNode(document: document, range: member.value)))
        }
        return members
    }

    /// The elements of an array; empty for other kinds.
    public var elements: [JSONNode] { mapElements { $0 } }

    /// What a body makes of the elements of an array, without a list of them; nothing for other kinds.
    func mapElements<Result>(_ body: (JSONNode) -> Result) -> [Result] {
        guard kind == .array else { return [] }
        let known = document.outline.mapElements(at: range.lowerBound) { body(JSONNode(document: document, range: $0)) }
        return known ?? elementRanges.map { body(JSONNode(document: document, range: $0)) }
    }

    /// The number of elements or members, duplicates included; 0 for other kinds.
    public var count: Int {
        switch kind {
        case .array: elementRanges.count
        case .object: memberRanges.count
        default: 0
        }
    }

    @inline(__always)
    private func read<Result>(_ body: (RawSpan, Range<Int>) -> Result) -> Result {
        let bytes = document.bytes
        return body(bytes.span.bytes, range)
    }

    /// Tells of the members of an object in order, duplicates included; of nothing for other kinds.
    @inline(__always)
    func eachMember(_ body: (JSONMemberRanges, RawSpan) -> Void) {
        let bytes = document.bytes
        let span = bytes.span.bytes
        guard JSONScanner.kind(in: span, at: range.lowerBound) == .object else { return }
        if document.outline.eachMember(at: range.lowerBound, { body($0, span) }) { return }
        let landmarks = document.landmarks
        var cursor = JSONObjectCursor(after: range.lowerBound)
        while let member = cursor.next(in: span, landmarks: landmarks) { body(member, span) }
    }

    var memberRanges: [JSONMemberRanges] {
        var ranges: [JSONMemberRanges] = []
        eachMember { member, _ in ranges.append(member) }
        return ranges
    }

    var elementRanges: [Range<Int>] {
        guard kind == .array else { return [] }
        if let known = document.outline.mapElements(at: range.lowerBound, { $0 }) { return known }
        let (bytes, landmarks) = (document.bytes, document.landmarks)
        var cursor = JSONArrayCursor(after: range.lowerBound)
        var ranges: [Range<Int>] = []
        while let element = cursor.next(in: bytes.span.bytes, landmarks: landmarks) { ranges.append(element) }
        return ranges
    }
}

extension JSONNode {
    /// The text of a string; half a surrogate pair and invalid UTF-8 become U+FFFD.
    public var string: String? { read { JSONScanner.string($1, in: $0) } }

    /// The value of a number that is a whole number in range.
    public var int: Int? { kind == .number ? read { JSONScanner.integer($1, in: $0) } : nil }

    /// The value of a number.
    public var double: Double? { read { JSONScanner.double($1, in: $0) } }

    /// The value of a boolean.
    public var bool: Bool? { read { JSONScanner.bool($1, in: $0) } }

    /// Whether this is `null`.
    public var isNull: Bool { kind == .null }

    /// The value as an owned tree.
    public var value: JSONValue {
        switch kind {
        case .null: return .null
        case .bool: return .bool(bool ?? false)
        case .number: return .number(JSONNumber(verbatim: read { $0.text($1) }))
        case .string: return .string(string ?? "")
        case .array: return .array(elements.map(\.value))
        case .object:
            let members = members.map { JSONObject.Member(key: $0.key, value: $0.value.value) }
            return .object(JSONObject(lastOfEach: members))
        }
    }
}
