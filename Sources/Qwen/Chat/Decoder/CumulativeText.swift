/// Turns a stream whose chunks repeat the whole text so far into increments.
struct CumulativeText: Sendable {
    private var soFar = ""

    /// What a chunk adds, `nil` when it adds nothing. A chunk that does not continue the text is taken as an increment,
    /// so that nothing is lost when the service does not repeat after all.
    mutating func increment(of chunk: String) -> String? {
        let known = soFar.utf8.count
        if chunk.utf8.starts(with: soFar.utf8) {
            let new = String(decoding: chunk.utf8.dropFirst(known), as: UTF8.self)
            soFar = chunk
            return new.isEmpty ? nil : new
        }
        if soFar.utf8.starts(with: chunk.utf8) { return nil }
        soFar += chunk
        return chunk
    }
}
