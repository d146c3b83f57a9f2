/// Rows under a header, padded with spaces to fixed widths, as OpenClaw prints them.
package struct TextTable: Sendable {
    /// One column: its title and width; the last column of a table is never padded.
    package struct Column: Sendable {
        package var title: String
        package var width: Int

        package init(_ title: String, width: Int) {
            self.title = title
            self.width = width
        }
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    package init(columns: [Column]) { self.columns = columns }

    package mutating func append(_ row: [String]) { rows.append(row) }

    /// Header and rows.
    package var lines: [String] { ([columns.map(\.title)] + rows).map(line) }

    private func line(_ cells: [String]) -> String {
        let padded = zip(cells, columns).enumerated().map { index, pair in
            let (cell, column) = pair
            return index == columns.count - 1 ? cell : Self.fit(cell, width: column.width)
        }
        return padded.joined(separator: " ").trimmingTrailingSpaces()
    }

    private static func fit(_ cell: String, width: Int) -> String {
        let count = cell.count
        if count > width, width > 3 { return cell.prefix(width - 3) + "..." }
        return cell + String(repeating: " ", count: max(0, width - count))
    }
}

extension String {
    func trimmingTrailingSpaces() -> String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }
}
