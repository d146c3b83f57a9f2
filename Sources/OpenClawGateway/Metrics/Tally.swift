/// What is counted of things of several kinds. The kind that was counted last is found at once, because it is mostly the next one
/// too.
struct Tally<Kind: Hashable & Sendable, Count: Sendable>: Sendable {
    private var kinds: [Kind] = []
    private var counts: [Count] = []
    private var places: [Kind: Int] = [:]
    private var last = 0

    var entries: some Sequence<(key: Kind, value: Count)> { zip(kinds, counts).lazy.map { (key: $0, value: $1) } }

    /// Of how many kinds something was counted.
    var count: Int { kinds.count }

    func contains(_ kind: Kind) -> Bool { places[kind] != nil }

    /// - Parameter zero: where a kind begins that was never counted.
    mutating func update(_ kind: Kind, from zero: @autoclosure () -> Count, _ change: (inout Count) -> Void) {
        if last >= kinds.count || kinds[last] != kind {
            last = places[kind] ?? kinds.count
            if last == kinds.count {
                places[kind] = last
                kinds.append(kind)
                counts.append(zero())
            }
        }
        change(&counts[last])
    }

    mutating func merge(_ other: Self, from zero: @autoclosure () -> Count, _ add: (inout Count, Count) -> Void) {
        for (kind, count) in other.entries { update(kind, from: zero()) { add(&$0, count) } }
    }
}
