/// Finds the name that was probably meant.
enum NearMiss {
    /// The closest of the known names, when it differs in a few letters or only in case and punctuation.
    static func closest(to name: String, among known: [String]) -> String? {
        let wanted = folded(name)
        let limit = max(1, wanted.count / 4)
        let candidates = known.map { ($0, distance(wanted, folded($0), limit: limit)) }
        return candidates.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
    }

    private static func folded(_ name: String) -> [UInt8] {
        Array(name.prefix(64).lowercased().utf8.filter { $0 != 0x2D && $0 != 0x5F })
    }

    /// The number of letters to insert, remove, replace or swap with a neighbour.
    private static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int {
        guard abs(first.count - second.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
            for (column, other) in second.enumerated() {
                let replaced = last[column] + (letter == other ? 0 : 1)
                var best = min(replaced, last[column + 1] + 1, current[column] + 1)
                let isSwap = row > 0 && column > 0 && letter == second[column - 1] && first[row - 1] == other
                if isSwap { best = min(best, beforeLast[column - 1] + 1) }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[second.count]
    }
}
