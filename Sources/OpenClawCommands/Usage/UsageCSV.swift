import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A report as comma-separated values, with one column per currency. Amounts are exact.
struct UsageCSV {
    let lines: [String]

    init(_ report: UsageReport) {
        let currencies = report.total.amounts.map(\.currency)
        let header =
            [
                report.grouping.rawValue, "requests", "failed", "cancelled", "input", "output", "cache_read",
                "cache_write", "reasoning",
            ] + currencies.map { "cost_\($0)" } + ["included", "unknown", "estimated", "cache_hit_rate"]
            + currencies.map { "saved_\($0)" }
        let rows = report.rows.map { row -> [String] in
            let totals = row.totals
            let counts = [
                totals.requests, totals.failed, totals.cancelled, totals.input, totals.output, totals.cacheRead,
                totals.cacheWrite, totals.reasoning,
            ]
            let costs = currencies.map { "\(totals.costs[$0] ?? 0)" }
            return [row.name] + counts.map(String.init) + costs
                + [totals.included, totals.unknown, totals.estimated].map(String.init) + [totals.hitRateText]
                + currencies.map { "\(totals.savings[$0] ?? 0)" }
        }
        lines = ([header] + rows).map { $0.map(Self.quoted).joined(separator: ",") }
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
