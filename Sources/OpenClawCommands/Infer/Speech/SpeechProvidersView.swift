import Inference
import OpenClawHost

/// Who speaks, or writes recordings down.
struct SpeechProvidersView: Renderable {
    /// What is to be known of a model beside its name.
    private struct Doubt {
        var model: ModelID
        var retires: String?
        var unsure: [String]
    }

    private struct Row {
        var columns: ProviderColumns
        var doubts: [Doubt]

        var models: [ModelID] { doubts.map(\.model) }
    }

    private let rows: [Row]

    init(_ capability: Capability, of installation: Installation) {
        var hasSelected = false
        rows = installation.registry.entries.compactMap { entry in
            let provider = entry.provider
            let doubts = capability == .speech ? Self.speakers(provider) : Self.writers(provider)
            guard !doubts.isEmpty else { return nil }
            let ways = try? installation.accounts.routes(to: entry.id, profile: nil, for: capability)
            let isConfigured = ways?.isEmpty == false
            defer { hasSelected = hasSelected || isConfigured }
            let columns = ProviderColumns(
                entry: entry, isConfigured: isConfigured, isSelected: isConfigured && !hasSelected)
            return Row(columns: columns, doubts: doubts)
        }
    }

    private static func speakers(_ provider: any ModelProvider) -> [Doubt] {
        ((try? provider.speech?.models()) ?? []).map {
            Doubt(model: $0.model, retires: $0.retires, unsure: $0.unsure + ($0.refusal.map { [$0] } ?? []))
        }
    }

    private static func writers(_ provider: any ModelProvider) -> [Doubt] {
        ((try? provider.transcription?.models()) ?? []).map {
            Doubt(model: $0.model, retires: $0.retires, unsure: $0.unsure)
        }
    }

    var json: JSONValue { .array(rows.map(Self.json)) }

    private static func json(_ row: Row) -> JSONValue {
        var object = row.columns.json(row.models, defaultModel: row.models.first).object ?? JSONObject()
        var retires = JSONObject()
        var unsure = JSONObject()
        for doubt in row.doubts {
            retires[doubt.model.rawValue] = doubt.retires.map { .string($0) }
            if !doubt.unsure.isEmpty { unsure[doubt.model.rawValue] = .strings(doubt.unsure) }
        }
        if !retires.isEmpty { object["retires"] = .object(retires) }
        if !unsure.isEmpty { object["unsure"] = .object(unsure) }
        return .object(object)
    }

    var text: [String] {
        rows.flatMap { row in [row.columns.text()] + row.models.map { "  \(row.columns.name($0))" } }
    }
}
