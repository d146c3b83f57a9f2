/// Brings a wished length to one that a mode has.
struct LengthChoice {
    private let rule: LengthRule?
    private let range: ClosedRange<Int>?

    /// - Parameter inputSeconds: the length of the clips that go in, as far as it is known.
    init(_ rule: LengthRule?, hasVideo: Bool, inputSeconds: Double) {
        self.rule = rule
        var range = hasVideo ? rule?.rangeWithVideo ?? rule?.range : rule?.range
        if hasVideo, let total = rule?.totalWithVideo, let own = range {
            let left = total - Int(inputSeconds.rounded(.up))
            range = own.lowerBound...max(own.lowerBound, min(own.upperBound, left))
        }
        self.range = range
    }

    func choose(_ wanted: Double?, _ notes: inout PlanNotes) -> Int? {
        guard let wanted else { return rule?.initial }
        let text = wanted == wanted.rounded() ? String(Int(wanted)) : String(wanted)
        guard let rule else {
            notes.ignore("durationSeconds", text)
            return nil
        }
        if let automatic = rule.automatic, wanted == Double(automatic) { return automatic }
        let whole = Int(max(1, min(wanted.rounded(), 86_400)))
        guard let nearest = nearest(to: whole, rule) else { return nil }
        notes.normalize("durationSeconds", from: text, to: String(nearest), of: supported(rule))
        return nearest
    }

    private func nearest(to wanted: Int, _ rule: LengthRule) -> Int? {
        if let range { return min(max(wanted, range.lowerBound), range.upperBound) }
        return rule.values.min { (abs($0 - wanted), -$0) < (abs($1 - wanted), -$1) }
    }

    private func supported(_ rule: LengthRule) -> [String] {
        if let range { return ["\(range.lowerBound)-\(range.upperBound)"] }
        return rule.values.map(String.init)
    }
}
