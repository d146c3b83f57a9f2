/// A `range` field that asks for one stretch.
enum ByteRange {
    /// The stretch of a file of so many bytes; `nil` without a range that can be used, in which case everything is given.
    static func of(_ field: String?, in count: Int) -> Range<Int>? {
        guard let field, field.hasPrefix("bytes="), !field.contains(",") else { return nil }
        let parts = field.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch (Int(parts[0]), Int(parts[1])) {
        case (let first?, let last?) where first <= last && first < count: return first..<min(last + 1, count)
        case (let first?, nil) where parts[1].isEmpty && first < count: return first..<count
        case (nil, let last?) where parts[0].isEmpty && last > 0: return max(0, count - last)..<count
        default: return nil
        }
    }
}
