/// Where the upper levels of a document lie, noted while it is checked: the members of the root, the elements of the arrays among
/// them, and the members of those. Requests and answers are asked for little else.
struct JSONOutline: Sendable {
    /// A member of the root, an element of an array among those, or a member of an element.
    private struct Entry: Sendable {
        /// Where it lies; an element has an empty key where it begins.
        var member: JSONMemberRanges
        var isElement = false
        /// How many of the entries that follow lie within it.
        var inner = 0
    }

    /// Where the root begins; `nil` when nothing is known, because there is too much to keep.
    private var root: Int?
    /// In the order of the text. One list for all levels, because each list is memory of its own.
    private var entries: [Entry] = []
    private var memberCount = 0

    /// More than any request has; strangers may send millions.
    private static let mostMembers = 64
    private static let mostEntries = 1 << 15

    init() {}

    init(root: Int) { self.root = root }

    /// Tells of the members of the object that begins at `start`, in order.
    ///
    /// - Returns: `false` when they are not known.
    @inline(__always)
    func eachMember(at start: Int, _ body: (JSONMemberRanges) -> Void) -> Bool {
        guard let (first, end) = members(at: start) else { return false }
        var index = first
        while index < end {
            body(entries[index].member)
            index += entries[index].inner + 1
        }
        return true
    }

    /// The entries within the object that begins at `start`.
    private func members(at start: Int) -> (first: Int, end: Int)? {
        if start == root { return (0, entries.count) }
        guard let index = firstIndex(from: start), entries[index].isElement,
            entries[index].member.key.lowerBound == start
        else { return nil }
        return (index + 1, index + 1 + entries[index].inner)
    }

    /// Where the value of a member lies: the last one of that name, when the object that begins at `start` is known.
    ///
    /// - Returns: `nil` when the object is not known, an empty range when it has no such member.
    func value(named key: String, at start: Int, in span: RawSpan) -> Range<Int>? {
        var found = 0..<0
        let isKnown = eachMember(at: start) { member in
            if member.spells(key, in: span) { found = member.value }
        }
        return isKnown ? found : nil
    }

    /// What a body makes of the elements of the array that begins at `start`, in order; `nil` when they are not known.
    @inline(__always)
    func mapElements<Result>(at start: Int, _ body: (Range<Int>) -> Result) -> [Result]? {
        guard let list = list(at: start) else { return nil }
        let end = list + 1 + entries[list].inner
        var (index, count) = (list + 1, 0)
        while index < end {
            count += 1
            index += entries[index].inner + 1
        }
        index = list + 1
        var made: [Result] = []
        made.reserveCapacity(count)
        while index < end {
            made.append(body(entries[index].member.value))
            index += entries[index].inner + 1
        }
        return made
    }

    /// The member of the root whose value begins at `start`.
    private func list(at start: Int) -> Int? {
        var index = 0
        while index < entries.count {
            if entries[index].member.value.lowerBound == start { return index }
            index += entries[index].inner + 1
        }
        return nil
    }

    private func firstIndex(from start: Int) -> Int? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].member.key.lowerBound >= start { high = middle } else { low = middle + 1 }
        }
        return low < entries.count ? low : nil
    }
}

// Noting what is found.
extension JSONOutline {
    /// Begins a member of the root whose value is not yet read.
    ///
    /// - Returns: what ``close(_:at:)`` wants.
    mutating func open(_ member: JSONMemberRanges) -> Int {
        memberCount += 1
        if memberCount > Self.mostMembers { self = JSONOutline() }
        return append(Entry(member: member))
    }

    /// Begins an element of an array among the members of the root.
    mutating func openElement(at start: Int) -> Int {
        let place = start..<start
        return append(
            Entry(member: JSONMemberRanges(key: place, keyHasEscapes: false, value: place), isElement: true))
    }

    /// Notes a member of the element that was begun last.
    mutating func add(_ member: JSONMemberRanges) { _ = append(Entry(member: member)) }

    mutating func close(_ index: Int, at end: Int) {
        guard root != nil else { return }
        entries[index].member.value = entries[index].member.value.lowerBound..<end
        entries[index].inner = entries.count - index - 1
    }

    private mutating func append(_ entry: Entry) -> Int {
        guard root != nil, entries.count < Self.mostEntries else {
            self = JSONOutline()
            return 0
        }
        if entries.isEmpty { entries.reserveCapacity(16) }
        entries.append(entry)
        return entries.count - 1
    }
}
