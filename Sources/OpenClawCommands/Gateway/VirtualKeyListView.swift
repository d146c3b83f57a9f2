import Inference
import OpenClawHost

/// Keys in their shapes.
struct VirtualKeyListView: Renderable {
    let keys: [VirtualKey]
    let now: Double
    let zone: LocalZone

    var json: JSONValue { ["keys": .array(keys.map { VirtualKeyView($0, at: now).json })] }

    var text: [String] {
        guard !keys.isEmpty else { return ["No keys. Make one with: openclaw gateway keys new <name>"] }
        let titles = ["Name", "Key", "State", "Created", "Expires", "Limits"]
        let rows = keys.map { VirtualKeyView($0, at: now).cells(zone) }
        let widths = titles.indices.map { index in ([titles] + rows).map { $0[index].count }.max() ?? 0 }
        var table = TextTable(columns: zip(titles, widths).map { TextTable.Column($0, width: $1 + 1) })
        for row in rows { table.append(row) }
        return table.lines
    }

    var plain: [String] { keys.map(\.name) }
}
