import Inference
import OpenClawHost

/// Who makes pictures or clips.
struct MediaProvidersView: Renderable {
    private struct Row {
        var entry: ProviderEntry
        var models: [GenerationSupport]
        var defaultModel: ModelID?
        var isConfigured: Bool
        var isSelected: Bool
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
            return Row(
                entry: entry, models: models, defaultModel: kind == .video ? defaults.video : defaults.image,
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
                    object["models"] = .strings(row.models.map(\.model.rawValue))
                    object["capabilities"] = .members { capabilities in
                        for mode in Set(row.models.flatMap(\.modes).map(\.mode.rawValue)).sorted() {
                            capabilities[mode] = .strings(
                                row.models.filter { $0.modes.contains { $0.mode.rawValue == mode } }.map(
                                    \.model.rawValue))
                        }
                    }
                }
            })
    }

    var text: [String] {
        rows.flatMap { row in
            [
                "\(row.entry.id) (\(row.entry.label)): \(row.isConfigured ? "configured" : "no key for it")"
                    + (row.defaultModel.map { ", default \($0)" } ?? "")
            ]
                + row.models.map {
                    "  \(row.entry.id)/\($0.model): \(Set($0.modes.map(\.mode.rawValue)).sorted().joined(separator: ", "))"
                }
        }
    }
}
