import Inference
import OpenClawHost

/// Who turns texts, pictures and clips into vectors.
struct EmbeddingProvidersView: Renderable {
    private struct Row {
        var columns: ProviderColumns
        var models: [ModelID]
        var defaultModel: ModelID?
    }

    private let rows: [Row]

    init(of installation: Installation) {
        let chosen = try? installation.selector.candidates(named: nil, for: .embeddings).first?.reference.provider
        rows = installation.registry.entries.compactMap { entry in
            let models = entry.catalogue.models.filter { $0.embedding != nil }.map(\.id)
            guard entry.provider.embeddings != nil, !models.isEmpty else { return nil }
            let isConfigured = (try? installation.accounts.routes(to: entry.id, for: .embeddings))?.isEmpty == false
            let columns = ProviderColumns(
                entry: entry, isConfigured: isConfigured, isSelected: isConfigured && entry.id == chosen)
            return Row(
                columns: columns, models: models, defaultModel: entry.provider.manifest.defaults.embedding)
        }
    }

    var json: JSONValue { .array(rows.map { $0.columns.json($0.models, defaultModel: $0.defaultModel) }) }

    var text: [String] {
        rows.map { row in
            row.columns.text(defaultModel: row.defaultModel)
                + "\n  " + row.models.map(row.columns.name).joined(separator: "\n  ")
        }
    }
}
