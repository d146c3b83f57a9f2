import Inference

/// What the configuration has to say about a provider once one of its endpoints is chosen.
///
/// The user's own fields and model rows stay as they are; only what is missing is added. The list of models is the one of
/// the chosen endpoint.
struct ProviderSetup {
    var manifest: ProviderManifest
    var endpoint: Endpoint
    /// Where to write the base URL of, when the user's differs from the endpoint's own.
    var baseURL: String
    var profileID: String
    var setsDefaultModel: Bool

    /// The models that the endpoint serves and that take and give text, in the manifest's order.
    var models: [ModelDescriptor] {
        manifest.models.filter { model in
            !model.isHidden && model.input.contains(.text) && model.output.contains(.text)
                && model.unavailability(on: endpoint) == nil
        }
    }

    /// The default model, unless the endpoint does not serve it.
    var defaultModel: ModelDescriptor? {
        let models = models
        return models.first { $0.id == manifest.defaults.chat } ?? models.first
    }

    func ref(_ model: ModelDescriptor) -> String {
        ModelRef(provider: manifest.id, model: model.id).description
    }

    func apply(to changes: inout SettingChanges) {
        allowModels(&changes)
        if let defaultModel, setsDefaultModel { setDefault(defaultModel, &changes) }
        listProfile(&changes)
        enablePlugin(&changes)
        changes.fill("models.mode", "merge")
        configureProvider(&changes)
    }

    private func allowModels(_ changes: inout SettingChanges) {
        let path = ["agents", "defaults", "models"]
        let existing = changes.value(path)?.object
        var entries = existing ?? JSONObject()
        for model in models where entries[ref(model)] == nil { entries[ref(model)] = .object(JSONObject()) }
        if let defaultModel, entries[ref(defaultModel)]?["alias"] == nil, !uses(manifest.defaults.chatAlias, entries) {
            var entry = entries[ref(defaultModel)]?.object ?? JSONObject()
            entry["alias"] = .string(manifest.defaults.chatAlias)
            entries[ref(defaultModel)] = .object(entry)
        }
        guard existing != nil else { return changes.set(path, .object(entries)) }
        for member in entries.members { changes.set(path + [member.key], member.value) }
    }

    private func uses(_ alias: String, _ entries: JSONObject) -> Bool {
        entries.members.contains { $0.value["alias"]?.string?.lowercased() == alias.lowercased() }
    }

    private func setDefault(_ model: ModelDescriptor, _ changes: inout SettingChanges) {
        let path = ["agents", "defaults", "model"]
        if changes.value(path)?.object == nil {
            changes.set(path, ["primary": .string(ref(model))])
        } else {
            changes.set(path + ["primary"], .string(ref(model)))
        }
    }

    private func listProfile(_ changes: inout SettingChanges) {
        let path = ["auth", "profiles", profileID]
        var entry = changes.value(path)?.object ?? JSONObject()
        entry["provider"] = .string(manifest.id.rawValue)
        entry["mode"] = "api_key"
        changes.set(path, .object(entry))
        guard let key = orderKey(changes), let order = changes.value(["auth", "order", key])?.array else { return }
        changes.set(["auth", "order", key], .array([.string(profileID)] + order.filter { $0.string != profileID }))
    }

    private func orderKey(_ changes: SettingChanges) -> String? {
        changes.value(["auth", "order"])?.object?.keys.first { manifest.answers(to: ProviderID($0)) }
    }

    /// OpenClaw asks for the plugin of a provider by name.
    private func enablePlugin(_ changes: inout SettingChanges) {
        let name = manifest.id.rawValue
        changes.set(["plugins", "entries", name, "enabled"], true)
        guard let allowed = changes.value(["plugins", "allow"])?.array, !allowed.contains(.string(name)) else { return }
        changes.set(["plugins", "allow"], .array(allowed + [.string(name)]))
    }

    private func configureProvider(_ changes: inout SettingChanges) {
        let path = ["models", "providers", manifest.id.rawValue]
        let entries = changes.value(["models", "providers"])?.object ?? JSONObject()
        guard let own = ProviderAccount.own(manifest, entries), let written = own.value.object else {
            return changes.set(path, .object(merged(JSONObject())))
        }
        let after = merged(written)
        guard own.key == manifest.id.rawValue else {
            changes.remove(["models", "providers", own.key])
            return changes.set(path, .object(after))
        }
        for member in after.members { changes.set(path + [member.key], member.value) }
    }

    private func merged(_ written: JSONObject) -> JSONObject {
        var entry = written
        entry["baseUrl"] = .string(baseURL)
        entry["api"] = "openai-completions"
        let rows = entry["models"]?.array ?? []
        let known = Set(rows.compactMap { $0["id"]?.string?.lowercased() })
        let added = models.filter { !known.contains($0.id.rawValue.lowercased()) }
        entry["models"] = .array(rows + added.map { ModelRow(model: $0, endpoint: endpoint).json })
        return entry
    }
}
