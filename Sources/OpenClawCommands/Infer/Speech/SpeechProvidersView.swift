import Inference
import OpenClawHost

/// Who speaks, or writes recordings down.
struct SpeechProvidersView: Renderable {
    private struct Row {
        var columns: ProviderColumns
        var models: [ModelID]
    }

    private let rows: [Row]

    init(_ capability: Capability, of installation: Installation) {
        var hasSelected = false
        rows = installation.registry.entries.compactMap { entry in
            let provider = entry.provider
            let models =
                capability == .speech
                ? (try? provider.speech?.models().map(\.model)) ?? []
                : (try? provider.transcription?.models().map(\.model)) ?? []
            guard !models.isEmpty else { return nil }
            let ways = try? installation.accounts.routes(to: entry.id, profile: nil, for: capability)
            let isConfigured = ways?.isEmpty == false
            defer { hasSelected = hasSelected || isConfigured }
            let columns = ProviderColumns(
                entry: entry, isConfigured: isConfigured, isSelected: isConfigured && !hasSelected)
            return Row(columns: columns, models: models)
        }
    }

    var json: JSONValue { .array(rows.map { $0.columns.json($0.models, defaultModel: $0.models.first) }) }

    var text: [String] {
        rows.flatMap { row in [row.columns.text()] + row.models.map { "  \(row.columns.name($0))" } }
    }
}
