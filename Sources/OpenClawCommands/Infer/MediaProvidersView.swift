import Inference
import OpenClawHost

/// Who makes pictures or clips.
struct MediaProvidersView: Renderable {
    private struct Row {
        var columns: ProviderColumns
        var models: [GenerationSupport]
        var defaultModel: ModelID?
    }

    private let rows: [Row]

    init(_ kind: Modality, of installation: Installation, _ context: CommandContext) {
        let selector = GenerationSelector(
            registry: installation.registry, selector: installation.selector, settings: installation.accounts.settings)
        let chosen = try? selector.choices(kind, named: nil).first?.entry.id
        let routes = context.generationRoutes(of: installation)
        rows = installation.registry.entries.compactMap { entry in
            let models = ((try? entry.provider.generation?.models()) ?? []).filter { $0.kind == kind }
            guard !models.isEmpty else { return nil }
            let defaults = entry.catalogue.defaults
            let isConfigured = (try? routes.routes(to: entry.id, for: kind))?.isEmpty == false
            let columns = ProviderColumns(
                entry: entry, isConfigured: isConfigured, isSelected: isConfigured && entry.id == chosen)
            return Row(
                columns: columns, models: models, defaultModel: kind == .video ? defaults.video : defaults.image)
        }
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                row.columns.json(row.models.map(\.model), defaultModel: row.defaultModel) { object in
                    object["capabilities"] = Self.capabilities(row.models)
                }
            })
    }

    /// The models by what they start from.
    private static func capabilities(_ models: [GenerationSupport]) -> JSONValue {
        .members { capabilities in
            for mode in Set(models.flatMap(modes)).sorted() {
                capabilities[mode] = .strings(models.filter { modes($0).contains(mode) }.map(\.model.rawValue))
            }
        }
    }

    private static func modes(_ model: GenerationSupport) -> Set<String> { Set(model.modes.map(\.mode.rawValue)) }

    var text: [String] {
        rows.flatMap { row in
            [row.columns.text(defaultModel: row.defaultModel)]
                + row.models.map {
                    "  \(row.columns.name($0.model)): \(Self.modes($0).sorted().joined(separator: ", "))"
                }
        }
    }
}
