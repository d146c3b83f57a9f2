/// Where the long values of a document end, so that walking past them costs a look-up instead of a scan.
struct JSONLandmarks: Sendable {
    /// Values from this length on are remembered.
    static let minimumLength = 512

    /// In the order of `start`.
    private(set) var entries: [Entry] = []

    init() {}

    /// `nil` for a text that is too short for any.
    init?(for length: Int) {
        guard length >= Self.minimumLength else { return nil }
        entries.reserveCapacity(8)
    }

    struct Entry: Sendable {
        var start: Int
        var end: Int
    }

    func end(of start: Int) -> Int? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].start == start ? entries[low].end : nil
    }

    mutating func add(_ start: Int, _ end: Int) {
        if end - start >= Self.minimumLength { entries.append(Entry(start: start, end: end)) }
    }

    /// Keeps the place of a container before its length is known, so that entries stay in the order of their starts.
    mutating func open(_ start: Int) -> Int {
        entries.append(Entry(start: start, end: start))
        return entries.count - 1
    }

    /// A short container holds no long values, so its entry is the last one.
    mutating func close(_ index: Int, at end: Int) {
        if end - entries[index].start >= Self.minimumLength {
            entries[index].end = end
        } else {
            entries.removeLast()
        }
    }
}
