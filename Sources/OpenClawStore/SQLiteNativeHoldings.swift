package import Inference
package import OpenClawHost

/// What clients made in a service's own protocol, in the state database.
package final class SQLiteNativeHoldings: NativeHoldingStore {
    private let database: StateDatabase

    package init(_ database: StateDatabase) { self.database = database.another() }

    private static let columns = """
        name, provider, model, endpoint, credential, capability, virtual_key, call_id, bill, made, expires
        """

    package func keep(_ holdings: [NativeHolding]) throws(InferenceError) {
        try database.write { connection throws(InferenceError) in
            try connection.transaction { () throws(InferenceError) in
                let places = "?" + String(repeating: ", ?", count: 10)
                let sql = "INSERT OR REPLACE INTO holding (\(Self.columns)) VALUES (\(places))"
                let insertion = try Statement(sql, in: connection)
                for holding in holdings { try insertion.run(Self.values(of: holding)) }
            }
        }
    }

    package func holdings(limit: Int, now: Double) throws(InferenceError) -> [NativeHolding] {
        var found: [NativeHolding] = []
        try database.read { connection throws(InferenceError) in
            try Statement("DELETE FROM holding WHERE expires <= ?", in: connection)
                .run([.integer(UsageRow.milliseconds(now))])
            let surplus =
                "DELETE FROM holding WHERE name IN (SELECT name FROM holding ORDER BY made DESC LIMIT -1 OFFSET ?)"
            try Statement(surplus, in: connection).run([.integer(limit)])
            try Statement("SELECT \(Self.columns) FROM holding ORDER BY made", in: connection).run { row in
                found.append(Self.holding(row))
            }
        }
        return found
    }

    private static func values(of holding: NativeHolding) -> [SQLValue] {
        [
            .text(holding.name), .text(holding.model.provider.rawValue), .text(holding.model.model.rawValue),
            .text(holding.endpoint.rawValue), .text(holding.credential), .text(holding.capability.rawValue),
            SQLValue(holding.virtualKey), .text(holding.callID),
            SQLValue(holding.bill.map { JSONValue.object($0).text }),
            .integer(UsageRow.milliseconds(holding.madeAt)), .integer(UsageRow.milliseconds(holding.expiresAt)),
        ]
    }

    private static func holding(_ row: borrowing Row) -> NativeHolding {
        NativeHolding(
            name: row.text(0) ?? "",
            model: ModelRef(
                provider: ProviderID(row.text(1) ?? ""), model: ModelID(row.text(2) ?? ""), profile: nil),
            endpoint: EndpointID(row.text(3) ?? ""), credential: row.text(4) ?? "",
            capability: Capability(row.text(5) ?? ""), virtualKey: row.text(6), callID: row.text(7) ?? "",
            bill: row.text(8).flatMap { try? JSONValue(parsing: $0) }?.object,
            madeAt: Double(row.integer(9) ?? 0) / 1000, expiresAt: Double(row.integer(10) ?? 0) / 1000)
    }
}
