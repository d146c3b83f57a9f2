/// Changes to one document that are spliced in when it is written: what is not touched is sent as the bytes that came.
///
/// Places are named by nodes of the document. A later edit of a place wins over an earlier one; an edit inside something
/// that was replaced or removed has no effect. Setting or removing a member covers all its duplicates. Indices of array
/// edits count what earlier edits left.
///
/// ```swift
/// var edits = JSONEdits(document)
/// edits.set("model", of: document.root, to: "m-2")
/// for slice in edits.slices() { send(slice) }
/// ```
public struct JSONEdits: Sendable {
    /// The document as it came.
    public let original: JSONDocument
    /// In the order of where they stand.
    private var changes: [PlacedChange] = []

    private struct PlacedChange: Sendable {
        /// The offset of the value that is changed.
        let place: Int
        var change: Change
    }

    enum Change: Sendable {
        case replaced(JSONNode)
        case object(ObjectChange)
        case array(ArrayChange)
    }

    struct ObjectChange: Sendable {
        /// Offsets of the keys of removed members.
        var removed: Set<Int> = []
        /// New members with their keys, in order.
        var added: [JSONNode.Member] = []

        var isEmpty: Bool { removed.isEmpty && added.isEmpty }
    }

    struct ArrayChange: Sendable {
        var items: [ArrayItem]
        /// Whether the items are others than those of the original.
        var isRearranged = false
    }

    enum ArrayItem: Sendable {
        case original(Range<Int>)
        case inserted(JSONNode)
    }

    public init(_ document: JSONDocument) { original = document }

    /// Whether nothing was changed.
    public var isEmpty: Bool { changes.isEmpty }

    /// Replaces a value.
    public mutating func replace(_ node: JSONNode, with value: JSONNode) {
        record(.replaced(value), at: node.range.lowerBound)
    }

    /// Sets a member of an object: in place when it exists, otherwise at the end. No effect on other kinds.
    public mutating func set(_ key: String, of object: JSONNode, to value: JSONNode) {
        guard var change = objectChange(of: object) else { return }
        let same = members(named: key, of: object)
        if let last = same.last {
            for member in same.dropLast() { change.removed.insert(member.key.lowerBound) }
            change.removed.remove(last.key.lowerBound)
            record(.replaced(value), at: last.value.lowerBound)
            if change.isEmpty, self.change(at: object.range.lowerBound) == nil { return }
        } else if let index = change.added.firstIndex(where: { $0.key == key }) {
            change.added[index].value = value
        } else {
            change.added.append(JSONNode.Member(key: key, value: value))
        }
        record(.object(change), at: object.range.lowerBound)
    }

    /// Removes a member of an object, when there is one.
    public mutating func remove(_ key: String, of object: JSONNode) {
        guard var change = objectChange(of: object) else { return }
        change.added.removeAll { $0.key == key }
        for member in members(named: key, of: object) { change.removed.insert(member.key.lowerBound) }
        record(.object(change), at: object.range.lowerBound)
    }

    /// Inserts an element before the one at `index`, or at the end of an array. No effect on other kinds.
    public mutating func insert(_ value: JSONNode, at index: Int, of array: JSONNode) {
        editItems(of: array) { items in
            if (0...items.count).contains(index) { items.insert(.inserted(value), at: index) }
        }
    }

    /// Removes an element of an array, when there is one.
    public mutating func remove(at index: Int, of array: JSONNode) {
        editItems(of: array) { items in
            if items.indices.contains(index) { items.remove(at: index) }
        }
    }

    /// Replaces an element of an array, when there is one.
    public mutating func replace(at index: Int, of array: JSONNode, with value: JSONNode) {
        guard let items = open(array), items.indices.contains(index) else { return }
        switch items[index] {
        case .original(let range): record(.replaced(value), at: range.lowerBound)
        case .inserted: editItems(of: array) { $0[index] = .inserted(value) }
        }
    }

    /// Edits an element of an array by its members, whether it came with the document or was inserted.
    public mutating func editElement(at index: Int, of array: JSONNode, set key: String, to value: JSONNode?) {
        guard let items = open(array), items.indices.contains(index) else { return }
        if case .original(let range) = items[index], replacement(at: range.lowerBound) == nil {
            let element = JSONNode(document: original, range: range)
            apply(key, value, to: element)
        } else if let element = self.element(index, of: array) {
            var edits = JSONEdits(JSONDocument(known: Array(element.rawBytes)))
            edits.apply(key, value, to: edits.original.root)
            replace(at: index, of: array, with: edits.document().root)
        }
    }

    private mutating func apply(_ key: String, _ value: JSONNode?, to object: JSONNode) {
        if let value { set(key, of: object, to: value) } else { remove(key, of: object) }
    }

    private mutating func record(_ change: Change, at place: Int) {
        let index = firstChange(from: place)
        if index < changes.count, changes[index].place == place {
            changes[index].change = change
        } else {
            changes.insert(PlacedChange(place: place, change: change), at: index)
        }
    }

    /// The elements of an array that is about to be edited. They are kept, because editing all of them one by one would
    /// otherwise walk the array each time.
    private mutating func open(_ array: JSONNode) -> [ArrayItem]? {
        guard let items = items(of: array) else { return nil }
        if change(at: array.range.lowerBound) == nil {
            record(.array(ArrayChange(items: items)), at: array.range.lowerBound)
        }
        return items
    }

    private mutating func editItems(of array: JSONNode, _ body: (inout [ArrayItem]) -> Void) {
        guard var items = items(of: array) else { return }
        body(&items)
        record(.array(ArrayChange(items: items, isRearranged: true)), at: array.range.lowerBound)
    }
}

extension JSONEdits {
    /// Replaces a value.
    public mutating func replace(_ node: JSONNode, with value: JSONValue) {
        replace(node, with: JSONDocument(value).root)
    }

    /// Sets a member of an object, or removes it with `nil`.
    public mutating func set(_ key: String, of object: JSONNode, to value: JSONValue?) {
        apply(key, value.map { JSONDocument($0).root }, to: object)
    }

    /// Inserts an element before the one at `index`, or at the end of an array.
    public mutating func insert(_ value: JSONValue, at index: Int, of array: JSONNode) {
        insert(JSONDocument(value).root, at: index, of: array)
    }
}

// What edits look like to those who read and write them.
extension JSONEdits {
    func change(at place: Int) -> Change? {
        let index = firstChange(from: place)
        return index < changes.count && changes[index].place == place ? changes[index].change : nil
    }

    func hasChanges(in range: Range<Int>) -> Bool {
        let index = firstChange(from: range.lowerBound)
        return index < changes.count && changes[index].place < range.upperBound
    }

    func replacement(at place: Int) -> JSONNode? {
        if case .replaced(let node)? = change(at: place) { node } else { nil }
    }

    /// The elements of an array as they are now; `nil` when the node is no array or was replaced.
    func items(of array: JSONNode) -> [ArrayItem]? {
        switch change(at: array.range.lowerBound) {
        case .array(let change)?: change.items
        case nil where array.kind == .array:
            array.elementRanges.map { .original($0) }
        default: nil
        }
    }

    func objectChange(of object: JSONNode) -> ObjectChange? {
        switch change(at: object.range.lowerBound) {
        case .object(let change)?: change
        case nil where object.kind == .object: ObjectChange()
        default: nil
        }
    }

    func members(named key: String, of object: JSONNode) -> [JSONMemberRanges] {
        var found: [JSONMemberRanges] = []
        object.eachMember { member, span in
            if member.spells(key, in: span) { found.append(member) }
        }
        return found
    }

    private func firstChange(from offset: Int) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].place < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
