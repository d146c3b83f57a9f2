/// What was worked out for keys that come again, and mostly the same one again: it is found without hashing.
struct RecentTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var all: [Key: Value] = [:]
    private var last: (key: Key, value: Value)?
    private let limit: Int

    /// - Parameter limit: more keys than anybody uses. Whoever uses more has everything worked out anew.
    init(limit: Int) { self.limit = limit }

    mutating func find(_ key: Key) -> Value? {
        if let last, last.key == key { return last.value }
        guard let value = all[key] else { return nil }
        last = (key, value)
        return value
    }

    mutating func keep(_ value: Value, for key: Key) {
        if all.count >= limit { all.removeAll(keepingCapacity: true) }
        all[key] = value
        last = (key, value)
    }
}
