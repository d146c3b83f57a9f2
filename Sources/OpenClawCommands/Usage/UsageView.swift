import Inference
import OpenClawHost

/// An overview in its shapes.
struct UsageView: Renderable {
    let overview: UsageOverview
    /// Where the days and clocks of the text are.
    let zone: LocalZone
    let chart: UsageChart

    var json: JSONValue {
        .members { object in
            object["basis"] = "local"
            object["by"] = .string(overview.report.grouping.rawValue)
            object["since"] = .moment(overview.since)
            object["until"] = .moment(overview.until)
            object["rows"] = .array(
                overview.report.rows.map { row in
                    .members { object in
                        object[overview.report.grouping.rawValue] = .string(row.name)
                        row.totals.write(to: &object)
                    }
                })
            object["total"] = .members { overview.report.total.write(to: &$0) }
            object["plans"] = .array(overview.plans.map(\.json))
            object["budgets"] = .array(overview.budgets.map(\.json))
        }
    }

    var text: [String] {
        var sections = [table, chart.lines(overview.report)]
        if !overview.plans.isEmpty {
            sections.append(
                ["Plans, as counted on this machine:"] + overview.plans.flatMap { $0.lines(in: zone) })
        }
        if !overview.budgets.isEmpty {
            sections.append(["Budgets:"] + overview.budgets.map { "  " + $0.line(in: zone) })
        }
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    private var table: [String] {
        let report = overview.report
        guard report.total.requests > 0 else { return ["No requests since \(zone.day(at: overview.since).text)."] }
        let rows = report.rows.map { cells($0.name, $0.totals) } + [cells("total", report.total)]
        let name = report.grouping.rawValue
        let titles =
            [name.prefix(1).uppercased() + name.dropFirst(), "Requests", "Input", "Cached", "Output", "Cost"]
            + (report.total.saved.isEmpty ? [] : ["Saved"])
        let widths = titles.indices.map { index in ([titles] + rows).map { $0[index].count }.max() ?? 0 }
        var table = TextTable(columns: zip(titles, widths).map { TextTable.Column($0, width: $1 + 1) })
        for row in rows { table.append(row) }
        return table.lines + footnotes
    }

    private func cells(_ name: String, _ totals: UsageTotals) -> [String] {
        [
            name, String(totals.requests), String(totals.input), "\(totals.cachedPercent) %", String(totals.output),
            totals.costLine,
        ] + (overview.report.total.saved.isEmpty ? [] : [totals.savedLine])
    }

    private var footnotes: [String] {
        let total = overview.report.total
        var notes: [String] = []
        if total.failed + total.cancelled > 0 { notes.append("\(total.failed) failed, \(total.cancelled) cancelled") }
        if total.estimated > 0 { notes.append("\(total.estimated) stopped before the provider counted, estimated") }
        return notes.isEmpty ? [] : ["", notes.joined(separator: "; ")]
    }
}

extension JSONValue {
    /// A moment as text in UTC, or `null` for none.
    static func moment(_ time: Double?) -> JSONValue { .text(time.map { ISODate($0).text }) }
}
