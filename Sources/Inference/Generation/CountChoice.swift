/// Brings a wished number of results to one that a mode has. Without a wish it is one, whatever the service would assume.
struct CountChoice {
    private let range: ClosedRange<Int>

    init(_ range: ClosedRange<Int>) { self.range = range }

    func choose(_ wanted: Int?, _ notes: inout PlanNotes) -> Int {
        let count = min(max(wanted ?? 1, range.lowerBound), range.upperBound)
        if let wanted { notes.normalize("count", from: String(wanted), to: String(count), of: [range.text]) }
        return count
    }
}
