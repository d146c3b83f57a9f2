/// Durations by size, in the steps that Prometheus is told of.
struct Histogram: Sendable {
    /// The upper bounds of the steps, in seconds.
    static let bounds: [Double] = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]
    private static let nanoseconds = bounds.map { UInt64($0 * 1e9) }

    /// How many were in each step; the last step has no bound.
    private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    private(set) var sum: Double = 0

    var count: Int { counts.reduce(0, +) }

    mutating func add(_ duration: UInt64) {
        sum += Double(duration) / 1e9
        let step = Self.nanoseconds.firstIndex { duration <= $0 } ?? Self.nanoseconds.count
        counts[step] += 1
    }

    mutating func merge(_ other: Histogram) {
        sum += other.sum
        for index in counts.indices { counts[index] += other.counts[index] }
    }
}
