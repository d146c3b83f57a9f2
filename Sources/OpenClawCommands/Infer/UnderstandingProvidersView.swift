import Inference
import OpenClawHost

/// Who describes pictures and clips.
struct UnderstandingProvidersView: Renderable {
    private struct Row {
        var columns: ProviderColumns
        var kinds: [Modality]
        var defaults: [(kind: Modality, model: ModelID)]
    }

    private let rows: [Row]

    init(of installation: Installation) {
        rows = installation.registry.entries.compactMap { entry in
            let kinds = ([.image, .video] as [Modality]).filter { kind in
                entry.catalogue.models.contains { $0.isChat && $0.takes(kind) }
            }
            guard !kinds.isEmpty else { return nil }
            let usual = entry.catalogue.defaults
            let named = [(Modality.image, usual.imageUnderstanding), (.video, usual.videoUnderstanding)]
            let defaults = named.compactMap { kind, model in model.map { (kind, $0) } }
            let routes = try? installation.accounts.routes(to: entry.id, for: .imageUnderstanding)
            // Without a model for it, the provider's chat looks at pictures.
            let isConfigured =
                defaults.isEmpty ? installation.standing(of: entry).hasCredential : routes?.isEmpty == false
            return Row(
                columns: ProviderColumns(entry: entry, isConfigured: isConfigured), kinds: kinds, defaults: defaults)
        }
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                row.columns.json { object in
                    object["capabilities"] = .strings(row.kinds.map(\.rawValue))
                    object["defaultModels"] = .members { defaults in
                        for (kind, model) in row.defaults { defaults[kind.rawValue] = .string(model.rawValue) }
                    }
                }
            })
    }

    var text: [String] {
        rows.map { row in
            let kinds = row.kinds.map(\.rawValue).joined(separator: ", ")
            return row.columns.text(" describes \(kinds)", defaultModel: row.defaults.first?.model)
        }
    }
}

/// Who makes clips, and who describes them.
struct VideoProvidersView: Renderable {
    let generation: MediaProvidersView
    let description: UnderstandingProvidersView

    var json: JSONValue { ["generation": generation.json, "description": description.json] }
    var text: [String] { generation.text + description.text }
}
