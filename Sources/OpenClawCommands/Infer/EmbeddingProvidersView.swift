import Inference
import OpenClawHost

/// Who turns texts into vectors.
struct EmbeddingProvidersView: Renderable {
    private struct Row {
        var entry: ProviderEntry
        var models: [ModelID]
        var defaultModel: ModelID?
        var isConfigured: Bool
        var isSelected: Bool
    }

    private let rows: [Row]

    init(of installation: Installation) {
        let chosen = try? installation.selector.candidates(named: nil, for: .embeddings).first?.reference.provider
        rows = installation.registry.entries.compactMap { entry in
            let models = entry.catalogue.models.filter { $0.embedding != nil }.map(\.id)
            guard entry.provider.embeddings != nil, !models.isEmpty else { return nil }
            let isConfigured = (try? installation.accounts.routes(to: entry.id, for: .embeddings))?.isEmpty == false
            return Row(
                entry: entry, models: models, defaultModel: entry.provider.manifest.defaults.embedding,
                isConfigured: isConfigured, isSelected: isConfigured && entry.id == chosen)
        }
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                .members { object in
                    object["available"] = true
                    object["configured"] = .bool(row.isConfigured)
                    object["selected"] = .bool(row.isSelected)
                    object["id"] = .string(row.entry.id.rawValue)
                    object["label"] = .string(row.entry.label)
                    object["defaultModel"] = .text(row.defaultModel?.rawValue)
                    object["models"] = .strings(row.models.map(\.rawValue))
                }
            })
    }

    var text: [String] {
        rows.map { row in
            "\(row.entry.id) (\(row.entry.label)): \(row.isConfigured ? "configured" : "no key for it")"
                + (row.defaultModel.map { ", default \($0)" } ?? "")
                + "\n  " + row.models.map { "\(row.entry.id)/\($0)" }.joined(separator: "\n  ")
        }
    }
}
