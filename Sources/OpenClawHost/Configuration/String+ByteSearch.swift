extension StringProtocol {
    /// The text behind the first occurrence of another, compared byte by byte; `nil` when there is none.
    func suffix(behind wanted: String) -> String? {
        let bytes = Array(utf8)
        let wanted = Array(wanted.utf8)
        guard bytes.count >= wanted.count else { return nil }
        let start = (0...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        return start.map { String(decoding: bytes[($0 + wanted.count)...], as: UTF8.self) }
    }
}
