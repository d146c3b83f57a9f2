/// Time and chance for driving jobs.
package struct JobServices: Sendable {
    /// Seconds since 1970.
    package var now: @Sendable () -> Double
    package var wait: @Sendable (Duration) async throws -> Void
    package var random: @Sendable () -> UInt64

    package init(
        now: @escaping @Sendable () -> Double,
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable () -> UInt64
    ) {
        self.now = now
        self.wait = wait
        self.random = random
    }

    /// From 0 to 1.
    func chance() -> Double { Double(random() >> 11) / Double(1 << 53) }

    /// A name for protocols that ask for one, of the form of a UUID.
    func uuid() -> String {
        let digits = (0..<2).map { _ in
            let text = String(random(), radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(Array(digits)[$0]) }
        return parts.joined(separator: "-")
    }
}
