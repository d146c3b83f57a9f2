import Inference
import OpenClawHost

/// The four commands on a list of fallbacks, for either role.
struct FallbackCommands {
    let role: ModelSettingsEdit.Role
    let command: ModelSettingsCommand

    init(_ role: ModelSettingsEdit.Role, _ context: CommandContext) throws {
        self.role = role
        command = try ModelSettingsCommand(context)
    }

    private var isImage: Bool { role == .image }
    private var fallbacks: [String] { (isImage ? command.settings.image : command.settings.chat).fallbacks }

    func list(as format: OutputFormat) throws {
        try command.context.show(FallbackListView(fallbacks, isImage: isImage), as: format)
    }

    func add(_ text: String) throws {
        let reference = try command.resolve(text).reference
        let known = fallbacks.contains { (try? command.installation.selector.resolve($0).reference) == reference }
        let changed = known ? fallbacks : fallbacks + [reference.description]
        if !known {
            try command.write { edit in
                edit.setFallbacks(changed, for: role)
                edit.addEntry(reference)
            }
        }
        try tell(changed)
    }

    func remove(_ text: String) throws {
        let wanted = try? command.installation.selector.resolve(text).reference
        let rest = fallbacks.filter { written in
            written != text
                && (wanted == nil || (try? command.installation.selector.resolve(written).reference) != wanted)
        }
        guard rest.count < fallbacks.count else {
            throw InferenceError(
                .invalidConfiguration, "\(isImage ? "image fallback" : "fallback") not found: \(text)",
                hint: "openclaw models \(isImage ? "image-fallbacks" : "fallbacks") list")
        }
        try command.write { $0.setFallbacks(rest, for: role) }
        try tell(rest)
    }

    func clear() throws {
        if !fallbacks.isEmpty { try command.write { $0.setFallbacks([], for: role) } }
        try command.context.print(isImage ? "Image fallback list cleared." : "Fallback list cleared.")
    }

    private func tell(_ fallbacks: [String]) throws {
        let label = isImage ? "Image fallbacks" : "Fallbacks"
        try command.context.print("\(label): \(fallbacks.isEmpty ? "-" : fallbacks.joined(separator: ", "))")
    }
}

/// Fallbacks in their three shapes.
struct FallbackListView: Renderable {
    private let fallbacks: [String]
    private let isImage: Bool

    init(_ fallbacks: [String], isImage: Bool) {
        self.fallbacks = fallbacks
        self.isImage = isImage
    }

    var json: JSONValue { .members { $0["fallbacks"] = .strings(fallbacks) } }

    var text: [String] {
        ["\(isImage ? "Image fallbacks" : "Fallbacks") (\(fallbacks.count)):"]
            + (fallbacks.isEmpty ? ["- none"] : fallbacks.map { "- \($0)" })
    }

    var plain: [String] { fallbacks }
}
