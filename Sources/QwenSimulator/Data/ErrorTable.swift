/// The errors of `errors.json`, found by row name, by native code or by alias.
struct ErrorTable: Sendable {
    let rows: [ErrorRow]
    private let byName: [String: ErrorRow]

    init(_ bytes: [UInt8]) throws {
        var rows: [ErrorRow] = []
        for entry in try JSONParser.parse(bytes).array ?? [] {
            guard let row = ErrorRow(entry) else {
                throw SimulatorError("errors.json holds an entry that lacks a field")
            }
            rows.append(row)
        }
        self.rows = rows
        var byName: [String: ErrorRow] = [:]
        for row in rows {
            for name in [row.id] + row.aliases { byName[name] = row }
        }
        self.byName = byName
    }

    subscript(_ name: String) -> ErrorRow? { byName[name] }
}
