// Reading through edits: what the document will hold once they are written.
extension JSONEdits {
    /// A value of the original as it is now. Without edits inside it, the node itself; otherwise a copy of that value.
    public func current(_ node: JSONNode) -> JSONNode {
        if let replacement = replacement(at: node.range.lowerBound) { return replacement }
        guard hasChanges(in: node.range) else { return node }
        return JSONDocument(known: joined(slices(of: node))).root
    }

    /// Whether a value that was read lies in the original and holds no edits.
    func isUnchanged(_ node: JSONNode) -> Bool { node.document.isSame(as: original) && !hasChanges(in: node.range) }

    /// A member of an object of the original as it is now.
    public func member(_ key: String, of object: JSONNode) -> JSONNode? {
        if isEmpty { return object[key] }
        switch change(at: object.range.lowerBound) {
        case nil: return object[key].map { current($0) }
        case .replaced(let replacement)?: return replacement[key]
        case .array?: return nil
        case .object(let change)?:
            if let added = change.added.first(where: { $0.key == key }) { return added.value }
            guard let last = members(named: key, of: object).last, !change.removed.contains(last.key.lowerBound) else {
                return nil
            }
            return current(JSONNode(document: original, range: last.value))
        }
    }

    /// The number of elements of an array of the original as it is now.
    public func count(of array: JSONNode) -> Int {
        replacement(at: array.range.lowerBound)?.count ?? items(of: array)?.count ?? 0
    }

    /// An element of an array of the original as it is now.
    public func element(_ index: Int, of array: JSONNode) -> JSONNode? {
        if let replacement = replacement(at: array.range.lowerBound) { return replacement[index] }
        guard let items = items(of: array), items.indices.contains(index) else { return nil }
        return current(items[index])
    }

    /// The elements of an array of the original as they are now.
    public func elements(of array: JSONNode) -> [JSONNode] {
        if let replacement = replacement(at: array.range.lowerBound) { return replacement.elements }
        return (items(of: array) ?? []).map { current($0) }
    }

    private func current(_ item: ArrayItem) -> JSONNode {
        switch item {
        case .inserted(let node): node
        case .original(let range): current(JSONNode(document: original, range: range))
        }
    }
}
