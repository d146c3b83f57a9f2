import Inference
import OpenClawHost

/// What the commands that change model settings have in common: resolve, edit, write, tell.
struct ModelSettingsCommand {
    let context: CommandContext
    let installation: Installation

    init(_ context: CommandContext) throws {
        self.context = context
        installation = try context.installation()
    }

    var settings: ModelSettings { installation.selector.settings }

    /// The canonical model; what should be known about it is said.
    func resolve(_ text: String) throws -> ModelSelection {
        let selection = try installation.selector.resolve(text)
        for warning in selection.warnings { context.warn(warning) }
        let endpoint = installation.standing(of: selection.entry).endpoint
        if let endpoint, let absence = selection.descriptor.unavailability(on: endpoint) {
            context.warn("\(selection.reference) may fail on \(endpoint.label): \(absence.reason)")
        }
        return selection
    }

    /// The key of a model in `agents.defaults.models` as the user spelled it, else as it would be written.
    func key(of reference: ModelRef) -> String {
        let known = settings.entries.first { entry in
            (try? installation.selector.resolve(entry.reference).reference) == reference
        }
        return known?.reference ?? reference.description
    }

    func setPrimary(_ text: String, for role: ModelSettingsEdit.Role, label: String) throws {
        let reference = try resolve(text).reference
        try write { $0.setPrimary(reference, for: role) }
        try context.print("\(label): \(reference)")
    }

    /// Changes the configuration in place and says so.
    func write(_ change: (inout ModelSettingsEdit) -> Void) throws {
        let writer = installation.settings.writer(version: context.version, now: context.now)
        try writer.update { configuration in
            var edit = ModelSettingsEdit(configuration: configuration.written.json ?? .object(JSONObject()))
            change(&edit)
            return edit.edits
        }
        let locations = installation.locations
        try context.print("Updated \(locations.shortened(locations.configurationFile))")
    }
}
