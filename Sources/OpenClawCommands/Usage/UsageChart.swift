import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Bars for the rows of a report, on a terminal that is wide enough for them.
struct UsageChart {
    private let columns: Int
    private let block: String

    /// - Parameter columns: the width of the terminal; `nil` draws nothing.
    init(columns: Int?, environment: [String: String]) {
        self.columns = columns ?? 0
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        block = locale.uppercased().contains("UTF") ? "█" : "#"
    }

    func lines(_ report: UsageReport) -> [String] {
        let rows = report.rows
        guard columns > 0, rows.count > 1 else { return [] }
        let (unit, values) = measure(report)
        let labels = rows.map(\.name)
        let label = min(labels.map(\.count).max() ?? 0, 32)
        let texts = values.map { "\(AmountText.short($0)) \(unit)" }
        let room = min(50, columns - label - (texts.map(\.count).max() ?? 0) - 3)
        let half = Decimal(sign: .plus, exponent: -1, significand: 5)
        guard room >= 8, let top = values.max(), top > 0 else { return [] }
        return zip(zip(labels, values), texts).map { pair, text in
            let length = Int("\(pair.1 / top * Decimal(room) + half)".prefix { $0 != "." }) ?? 0
            let bar = String(repeating: block, count: pair.1 > 0 ? max(1, length) : 0)
            let name = pair.0.prefix(label)
            return name + String(repeating: " ", count: label - name.count + 1) + bar + (bar.isEmpty ? "" : " ") + text
        }
    }

    /// Money where all of it is in one currency, else tokens.
    private func measure(_ report: UsageReport) -> (unit: String, values: [Decimal]) {
        let total = report.total
        if let currency = total.amounts.first?.currency, total.amounts.count == 1, total.included + total.unknown == 0 {
            return (currency, report.rows.map { $0.totals.costs[currency] ?? 0 })
        }
        return ("tokens", report.rows.map { Decimal($0.totals.input + $0.totals.output) })
    }
}
