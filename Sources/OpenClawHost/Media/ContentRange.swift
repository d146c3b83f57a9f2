/// `bytes 100-199/200`, or `bytes */200`.
struct ContentRange {
    let first: Int?
    let total: Int?

    init?(_ text: String?) {
        guard let text, text.hasPrefix("bytes ") else { return nil }
        let parts = text.dropFirst(6).split(separator: "/")
        guard parts.count == 2 else { return nil }
        total = Int(parts[1])
        first = parts[0].split(separator: "-").first.flatMap { Int($0) }
    }
}
