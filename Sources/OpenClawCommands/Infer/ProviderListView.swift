import Inference
import OpenClawHost

/// One provider of `infer model providers`.
struct ProviderRow {
    let entry: ProviderEntry
    let isConfigured: Bool
    let isSelected: Bool

    init(_ entry: ProviderEntry, standing: ModelLister.ProviderStanding, isSelected: Bool) {
        self.entry = entry
        self.isSelected = isSelected
        isConfigured = standing.hasCredential || !(entry.account.settings?.isEmpty ?? true)
    }

    /// The models that one would begin with.
    var defaults: [String] {
        let chat = entry.catalogue.models.filter { $0.isChat && !$0.isHidden }.map(\.id)
        let first = entry.catalogue.model(entry.catalogue.defaults.chat)?.id
        let ordered = (first.map { [$0] } ?? []) + chat.filter { $0 != first }
        return ordered.prefix(3).map(\.rawValue)
    }

    var json: JSONValue {
        .members { object in
            object["provider"] = .string(entry.id.rawValue)
            object["label"] = .string(entry.label)
            object["count"] = .int(entry.catalogue.models.count { $0.isChat })
            object["defaults"] = .strings(defaults)
            object["available"] = true
            object["configured"] = .bool(isConfigured)
            object["selected"] = .bool(isSelected)
        }
    }
}

/// The providers in their shapes.
struct ProviderListView: Renderable {
    let rows: [ProviderRow]

    var json: JSONValue { .array(rows.map(\.json)) }

    var text: [String] {
        var table = TextTable(columns: [
            .init("Provider", width: 20), .init("Models", width: 6), .init("Configured", width: 10),
            .init("Selected", width: 8), .init("Defaults", width: 1),
        ])
        for row in rows {
            table.append([
                row.entry.id.rawValue, "\(row.entry.catalogue.models.count { $0.isChat })",
                row.isConfigured ? "yes" : "no", row.isSelected ? "yes" : "no", row.defaults.joined(separator: ", "),
            ])
        }
        return table.lines
    }
}
