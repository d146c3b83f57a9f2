/// Measures bodies and prints one line for each.
struct Report {
    private(set) var isWithinBudgets = true

    /// - Parameters:
    ///   - units: how many things one call of `body` does; times are per thing.
    ///   - budget: the most microseconds per thing, for lines that have one.
    mutating func measure(
        _ name: String, rounds: Int = 9, calls: Int, units: Int = 1, budget: Double? = nil, _ body: () throws -> Void
    ) rethrows {
        try body()
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = CPUClock.now
            for _ in 0..<calls { try body() }
            times.append((CPUClock.now - start) / Double(calls * units))
        }
        line(name, times.sorted()[rounds / 2], budget: budget)
    }

    /// Prints one line.
    mutating func line(_ name: String, _ median: Double, budget: Double? = nil) {
        let isHeld = budget.map { median <= $0 } ?? true
        isWithinBudgets = isWithinBudgets && isHeld
        let verdict = budget.map { "budget \(Self.text($0)) us, \(isHeld ? "held" : "NOT HELD")" } ?? ""
        print("\(Self.padded(name, 44)) \(Self.padded(Self.text(median) + " us", 14)) \(verdict)")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func text(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let fraction = String(thousandths % 1000 + 1000).dropFirst()
        return "\(thousandths / 1000).\(fraction)"
    }
}

/// Keeps a result alive so that making it is not optimised away.
@inline(never)
func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
