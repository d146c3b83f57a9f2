import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How a gateway stands, in the shapes of `top`.
struct TopView: Renderable {
    private let state: TopState
    private let style: TextStyle
    private let zone: LocalZone

    init(_ state: TopState, style: TextStyle, zone: LocalZone) {
        self.state = state
        self.style = style
        self.zone = zone
    }

    var json: JSONValue { Self.json(of: state) }

    var text: [String] { lines(width: nil, height: nil) }

    /// The view in a terminal of that size.
    func lines(width: Int?, height: Int?) -> [String] {
        let columns = width ?? .max
        var lines = head.map { Self.cut($0, columns) }
        if let first = lines.first { lines[0] = style.bold(first) }
        let rows = max(3, (height ?? 1_000) - lines.count - 8)
        lines += section("Model", ["Requests", "Failed", "Input", "Output", "First byte", "Mean"], models, columns)
        lines += section("Key", ["Requests", "Failed", "Input", "Output"], keys, columns)
        if !state.cooldowns.isEmpty { lines += [""] + rests.map { style.yellow(Self.cut($0, columns)) } }
        let left = height.map { max(2, $0 - lines.count - 3) } ?? rows
        lines += latest(left, columns)
        return height.map { Array(lines.prefix(max(1, $0 - 1))) } ?? lines
    }

    private var head: [String] {
        let activity = state.activity
        let up = state.report.map { TopNumber.span(state.time - $0.startedAt) } ?? "-"
        let pid = state.report.map { "pid \($0.pid), version \($0.version), " } ?? ""
        let drains = state.report?.isDraining == true ? ", ending" : ""
        let costs = state.costs.sorted { $0.key < $1.key }.map { "\(AmountText.short($0.value)) \($0.key)" }
        return [
            "Gateway  \(pid)up \(up)\(drains)",
            "\(TopNumber.rate(state.requestRate)) requests/s, \(TopNumber.rate(state.tokenRate)) tokens/s, "
                + "\(state.streams.count) open, \(state.report?.openConnections ?? 0) connections, "
                + "\(activity.idleUpstreams) idle upstream",
            "\(activity.requests) requests, \(activity.failures) failed, \(activity.abandoned) left; today "
                + (costs.isEmpty ? "no cost" : costs.joined(separator: ", ")),
        ]
    }

    private var models: [[String]] {
        state.activity.models.prefix(8).map { row in
            let endpoint = row.endpoint.map { $0.isEmpty ? "" : " at \($0)" } ?? ""
            let mean = { (sum: Double, count: Int) in count > 0 ? TopNumber.time(sum / Double(count)) : "-" }
            return [TerminalText.safe(row.name) + endpoint] + counts(row)
                + [mean(row.firstByteSeconds, row.firstBytes), mean(row.seconds, row.requests)]
        }
    }

    private var keys: [[String]] {
        state.activity.keys.prefix(8).map { [TerminalText.safe($0.name)] + counts($0) }
    }

    private func counts(_ row: GatewayActivity.Row) -> [String] {
        [
            String(row.requests), String(row.failures), TopNumber.short(row.inputTokens),
            TopNumber.short(row.outputTokens),
        ]
    }

    private var rests: [String] {
        state.cooldowns.prefix(5).map { rest in
            let model = rest.model.map { " for \(TerminalText.safe($0))" } ?? ""
            return "rests: \(TerminalText.safe(rest.credential)) (\(rest.endpoint))\(model) until "
                + "\(zone.clock(at: rest.until)), \(rest.reason)"
        }
    }

    /// Names to the left, numbers to the right.
    private func section(_ title: String, _ columns: [String], _ rows: [[String]], _ width: Int) -> [String] {
        guard !rows.isEmpty else { return [] }
        let table = [[title] + columns] + rows
        let widths = (0...columns.count).map { index in table.map { $0[index].count }.max() ?? 0 }
        let lines = table.map { cells in
            cells.enumerated().map { index, cell in
                let space = String(repeating: " ", count: widths[index] - cell.count)
                return index == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }
        return [""] + lines.enumerated().map { $0 == 0 ? style.dim(Self.cut($1, width)) : Self.cut($1, width) }
    }

    /// The open requests, then those that ended last.
    private func latest(_ limit: Int, _ width: Int) -> [String] {
        let open = state.streams.sorted { $0.startedAt > $1.startedAt }.map { stream in
            [
                stream.requestID, "open", TopNumber.time(state.time - stream.startedAt), stream.key ?? "-", stream.path,
                stream.model ?? "-",
            ]
        }
        let ended = state.activity.latest.map { flight in
            [
                flight.requestID, flight.outcome, TopNumber.time(Double(flight.milliseconds) / 1000), flight.key ?? "-",
                flight.path, flight.model ?? "-",
            ]
        }
        let rows = (open + ended).prefix(limit).map { $0.map(TerminalText.safe) }
        guard !rows.isEmpty else { return [] }
        let table = [["Request", "State", "Time", "Key", "Path", "Model"]] + rows
        let widths = (0..<6).map { index in table.map { $0[index].count }.max() ?? 0 }
        return [""]
            + table.enumerated().map { index, cells in
                let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
                let line = Self.cut(padded.joined(separator: "  ").trimmingTrailingSpaces(), width)
                return index == 0 ? style.dim(line) : paint(line, cells[1])
            }
    }

    private func paint(_ line: String, _ state: String) -> String {
        switch state {
        case "ok": line
        case "open": style.green(line)
        case "left": style.yellow(line)
        default: style.red(line)
        }
    }

    private static func cut(_ line: String, _ width: Int) -> String {
        line.count <= width ? line : String(line.prefix(max(0, width - 1))) + "…"
    }
}
