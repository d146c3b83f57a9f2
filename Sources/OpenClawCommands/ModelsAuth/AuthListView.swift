import Inference
import OpenClawHost

/// The stored credentials in their three shapes.
struct AuthListView: Renderable {
    var listing: ProfileListing
    var storePath: String
    /// The path as people read it.
    var shown: String

    var json: JSONValue {
        ["storePath": .string(storePath), "count": .int(listing.rows.count), "profiles": .array(listing.rows.map(row))]
    }

    var text: [String] {
        guard !listing.rows.isEmpty else { return ["No stored credentials in \(shown)."] }
        var table = TextTable(columns: [
            .init("Profile", width: 28), .init("Type", width: 8), .init("Endpoint", width: 28), .init("Key", width: 20),
            .init("Status", width: 0),
        ])
        for row in listing.rows {
            table.append([
                row.id, row.kind.rawValue, row.endpoint?.label ?? "as configured", row.masked,
                row.isInUse ? "in use" : row.exclusion ?? "ready",
            ])
        }
        return table.lines
    }

    var plain: [String] { listing.rows.map(\.id) }

    private func row(_ row: ProfileListing.Row) -> JSONValue {
        [
            "id": .string(row.id), "provider": .string(row.provider.rawValue), "type": .string(row.kind.rawValue),
            "endpoint": row.endpoint.map { .string($0.id.rawValue) } ?? .null, "key": .string(row.masked),
            "inUse": .bool(row.isInUse), "usable": .bool(row.exclusion == nil),
            "reason": row.exclusion.map(JSONValue.string) ?? .null,
        ]
    }
}
