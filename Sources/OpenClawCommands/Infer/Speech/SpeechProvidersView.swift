import Inference
import OpenClawHost

/// Who speaks, or writes recordings down.
struct SpeechProvidersView: Renderable {
    private struct Row {
        var entry: ProviderEntry
        var models: [ModelID]
        var isConfigured: Bool
    }

    private let rows: [Row]

    init(_ capability: Capability, of installation: Installation) {
        rows = installation.registry.entries.compactMap { entry in
            let provider = entry.provider
            let models =
                capability == .speech
                ? (try? provider.speech?.models().map(\.model)) ?? []
                : (try? provider.transcription?.models().map(\.model)) ?? []
            guard !models.isEmpty else { return nil }
            let ways = try? installation.accounts.routes(to: entry.id, profile: nil, for: capability)
            return Row(entry: entry, models: models, isConfigured: ways?.isEmpty == false)
        }
    }

    var json: JSONValue {
        .array(
            rows.enumerated().map { index, row in
                .members { object in
                    object["available"] = true
                    object["configured"] = .bool(row.isConfigured)
                    object["selected"] = .bool(rows.firstIndex { $0.isConfigured } == index)
                    object["id"] = .string(row.entry.id.rawValue)
                    object["label"] = .string(row.entry.label)
                    object["defaultModel"] = .text(row.models.first?.rawValue)
                    object["models"] = .strings(row.models.map(\.rawValue))
                }
            })
    }

    var text: [String] {
        rows.flatMap { row in
            ["\(row.entry.id) (\(row.entry.label)): \(row.isConfigured ? "configured" : "no key for it")"]
                + row.models.map { "  \(row.entry.id)/\($0)" }
        }
    }
}
