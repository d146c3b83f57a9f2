/// Where the upper levels of a document lie, noted while it is checked: the members of the root, the elements of the arrays among
/// them, and the members of those. Requests and answers are asked for little else.
struct JSONOutline: Sendable {
    /// One element of an array among the members of the root.
    private struct Element: Sendable {
        var range: Range<Int>
        /// Its members among `inner`, when it is an object.
        var members: Range<Int>
    }

    /// Where the root begins; `nil` when nothing is known, because there is too much to keep.
    private var root: Int?
    private var members: [JSONMemberRanges] = []
    /// In the order of the text, whichever array they stand in.
    private var elements: [Element] = []
    private var inner: [JSONMemberRanges] = []

    /// More than any request has; strangers may send millions.
    private static let mostMembers = 64
    private static let mostElements = 1 << 14

    init() {}

    init(root: Int) { self.root = root }

    /// The members of the object that begins at `start`; `nil` when they are not known.
    func members(at start: Int) -> ArraySlice<JSONMemberRanges>? {
        if start == root { return members[...] }
        return element(at: start).map { inner[$0.members] }
    }

    private func element(at start: Int) -> Element? {
        guard let index = Self.firstIndex(of: elements, where: { $0.range.lowerBound >= start }),
            elements[index].range.lowerBound == start
        else { return nil }
        return elements[index]
    }

    /// Where the value of a member lies: the last one of that name, when the object that begins at `start` is known.
    ///
    /// - Returns: `nil` when the object is not known, an empty range when it has no such member.
    func value(named key: String, at start: Int, in span: RawSpan) -> Range<Int>? {
        if start == root { return Self.value(named: key, among: members, members.indices, in: span) }
        guard let element = element(at: start) else { return nil }
        return Self.value(named: key, among: inner, element.members, in: span)
    }

    private static func value(
        named key: String, among members: [JSONMemberRanges], _ indices: Range<Int>, in span: RawSpan
    ) -> Range<Int> {
        var index = indices.upperBound
        while index > indices.lowerBound {
            index -= 1
            if members[index].spells(key, in: span) { return members[index].value }
        }
        return 0..<0
    }

    /// The elements of the array that takes up a range; `nil` when they are not known.
    func elements(in range: Range<Int>) -> [Range<Int>]? { indices(in: range)?.map { self[$0] } }

    /// Where an element lies.
    subscript(_ index: Int) -> Range<Int> { elements[index].range }

    /// The indices of the elements of the array that takes up a range; `nil` when they are not known.
    func indices(in range: Range<Int>) -> Range<Int>? {
        guard members.contains(where: { $0.value.lowerBound == range.lowerBound }) else { return nil }
        guard let first = Self.firstIndex(of: elements, where: { $0.range.lowerBound > range.lowerBound }) else {
            return 0..<0
        }
        let end = Self.firstIndex(of: elements, where: { $0.range.lowerBound >= range.upperBound }) ?? elements.count
        return first..<end
    }

    private static func firstIndex(of elements: [Element], where isBehind: (Element) -> Bool) -> Int? {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(elements[middle]) { high = middle } else { low = middle + 1 }
        }
        return low < elements.count ? low : nil
    }
}

// Noting what is found.
extension JSONOutline {
    mutating func add(_ member: JSONMemberRanges) {
        guard root != nil else { return }
        guard members.count < Self.mostMembers else { return self = JSONOutline() }
        if members.isEmpty { members.reserveCapacity(8) }
        members.append(member)
    }

    mutating func beginElement(at start: Int) {
        guard root != nil else { return }
        guard elements.count < Self.mostElements else { return self = JSONOutline() }
        if elements.isEmpty { elements.reserveCapacity(8) }
        elements.append(Element(range: start..<start, members: inner.count..<inner.count))
    }

    mutating func addToElement(_ member: JSONMemberRanges) {
        guard root != nil else { return }
        guard inner.count < Self.mostElements else { return self = JSONOutline() }
        if inner.isEmpty { inner.reserveCapacity(16) }
        inner.append(member)
    }

    mutating func endElement(at end: Int) {
        guard root != nil else { return }
        let index = elements.count - 1
        let element = elements[index]
        elements[index] = Element(
            range: element.range.lowerBound..<end, members: element.members.lowerBound..<inner.count)
    }
}
