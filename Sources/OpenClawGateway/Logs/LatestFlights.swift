import OpenClawHost

/// What was done for the last requests, as the lines that the log has of it. Records, each made of a dozen small pieces, would
/// hold on to the pages that thousands of streams have used.
struct LatestFlights {
    private var pieces: [FlightLines] = []
    private var count = 0
    private let limit: Int

    /// - Parameter limit: of how many requests something is kept.
    init(limit: Int) { self.limit = max(1, limit) }

    mutating func add(_ lines: FlightLines) {
        // A copy that is as large as it has to be.
        pieces.append(FlightLines(bytes: Array(lines.bytes[...]), count: lines.count))
        count += lines.count
        while let oldest = pieces.first, count - oldest.count >= limit {
            count -= oldest.count
            pieces.removeFirst()
        }
    }

    /// The newest first.
    var records: some Sequence<FlightRecord> { pieces.reversed().lazy.flatMap(\.newestFirst).prefix(limit) }
}
