import Inference

/// A server of the user's own under an id of their own.
struct CustomSetup {
    var providerID: ProviderID
    var baseURL: String
    var modelID: String

    /// - Throws: `.invalidConfiguration` when something is missing or cannot be used.
    init(_ options: CustomServerOptions, manifests: [ProviderManifest], settings: SettingsView) throws(InferenceError) {
        try GatewayFlags.check(options.compatibility, "--custom-compatibility", ["openai"])
        guard let text = options.baseURL else { throw GatewayFlags.invalid("missing --custom-base-url") }
        guard let model = options.modelID?.trimmingASCIIWhitespace(), !model.isEmpty else {
            throw GatewayFlags.invalid("missing --custom-model-id")
        }
        let selection = EndpointSelection(manifests: manifests, settings: settings)
        let endpoint = try selection.endpoint(forBaseURL: text, origin: "--custom-base-url").endpoint
        let host = endpoint.hosts.first ?? "custom"
        let id = options.providerID ?? "custom-" + host.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        guard Self.isID(id) else { throw GatewayFlags.invalid("--custom-provider-id takes letters, digits, - and _") }
        guard !manifests.contains(where: { $0.answers(to: ProviderID(id)) }) else {
            throw GatewayFlags.invalid(
                "--custom-provider-id \"\(id)\" is a built-in provider; expected a name of your own")
        }
        providerID = ProviderID(id.lowercased())
        baseURL = endpoint.baseURL
        modelID = model
    }

    var ref: String { ModelRef(provider: providerID, model: ModelID(modelID)).description }
    var profileID: String { "\(providerID):default" }

    func apply(to changes: inout SettingChanges, hasKey: Bool) {
        let path = ["models", "providers", providerID.rawValue]
        var entry = changes.value(path)?.object ?? JSONObject()
        entry["baseUrl"] = .string(baseURL)
        entry["api"] = "openai-completions"
        let rows = entry["models"]?.array ?? []
        if !rows.contains(where: { $0["id"]?.string == modelID }) {
            entry["models"] = .array(rows + [["id": .string(modelID), "name": .string(modelID)]])
        }
        changes.set(path, .object(entry))
        changes.fill("models.mode", "merge")
        let models = ["agents", "defaults", "models"]
        changes.set(models + [ref], changes.value(models + [ref]) ?? .object(JSONObject()))
        let model = ["agents", "defaults", "model"]
        if changes.value(model)?.object == nil {
            changes.set(model, ["primary": .string(ref)])
        } else {
            changes.set(model + ["primary"], .string(ref))
        }
        guard hasKey else { return }
        changes.set(
            ["auth", "profiles", profileID], ["provider": .string(providerID.rawValue), "mode": "api_key"])
    }

    private static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F
            }
    }
}
