/// A pattern of names: `*` is any text, `?` any character, letters match in both cases.
package struct WildcardPattern: Hashable, Sendable {
    private let pattern: [UInt8]

    package init(_ pattern: String) { self.pattern = Array(pattern.lowercased().utf8) }

    /// Needs no memory and never more steps than the product of the two lengths.
    package func matches(_ text: String) -> Bool {
        let text = Array(text.lowercased().utf8)
        var (place, index) = (0, 0)
        var star: (pattern: Int, text: Int)?
        while index < text.count {
            if place < pattern.count, pattern[place] == 0x2A {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == 0x3F || pattern[place] == text[index] {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                place = last.pattern + 1
                index = last.text + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == 0x2A }
    }
}
