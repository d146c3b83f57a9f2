import Inference
import OpenClawHost

/// What onboarding did, in its two shapes.
struct OnboardReport: Renderable {
    var outcome: OnboardingOutcome
    /// Shortens paths for people.
    var shortened: @Sendable (String) -> String

    var json: JSONValue {
        let plan = outcome.plan
        var object = JSONObject([
            ("ok", true), ("mode", .string(outcome.mode)), ("workspace", .string(outcome.workspace)),
            ("authChoice", .string(plan.choice.id)),
        ])
        object["provider"] = text(plan.provider?.rawValue)
        object["plan"] = text(plan.endpoint?.plan.rawValue)
        object["region"] = text(plan.endpoint?.region.rawValue)
        object["endpoint"] = text(plan.endpoint?.id.rawValue)
        object["baseUrl"] = text(plan.baseURL)
        object["defaultModel"] = text(plan.defaultModel)
        object["models"] = .int(plan.modelCount)
        object["profile"] = text(plan.placement?.profileID)
        object["keySource"] = text(outcome.key?.source.kind)
        object["discovery"] = outcome.discovery?.json ?? .null
        object["cannot"] = outcome.gap.map { .array($0.capabilities.map { .string($0.rawValue) }) } ?? .array([])
        object["gateway"] = outcome.gateway
        object["installDaemon"] = false
        object["skipSkills"] = true
        object["skipHealth"] = true
        object["configPath"] = .string(outcome.configurationFile)
        object["authProfilesPath"] = .string(outcome.credentialFile)
        object["backup"] = text(outcome.backup)
        object["notes"] = .array(outcome.notes.map(JSONValue.string))
        object["warnings"] = .array(outcome.warnings.map(JSONValue.string))
        object["ignoredFlags"] = .array(outcome.ignoredFlags.map(JSONValue.string))
        return .object(object)
    }

    var text: [String] {
        let plan = outcome.plan
        var lines: [String] = []
        if let backup = outcome.backup { lines.append("Moved earlier files to \(shortened(backup))") }
        if let found = outcome.discovery?.only?.endpoint, found.id == plan.endpoint?.id {
            lines.append("The key works: \(found.label); \(plan.modelCount) models")
        }
        if let baseURL = plan.baseURL {
            lines.append("Endpoint: " + (plan.endpoint.map { "\($0.label), " } ?? "") + baseURL)
        }
        if let key = outcome.key, let profile = plan.placement?.profileID {
            lines.append(
                "Key: \(key.masked) from \(key.source.label), stored as \(profile) in \(shortened(outcome.credentialFile))"
            )
        }
        if let model = plan.defaultModel { lines.append("Default model set to \(model)") }
        if !plan.changes.isEmpty { lines.append("Updated \(shortened(outcome.configurationFile))") }
        guard let provider = plan.provider else { return lines }
        if let gap = outcome.gap {
            let missing = gap.capabilities.map(\.rawValue).joined(separator: ", ")
            lines += [
                "", "This key does not do \(missing); for those add a key of \(gap.endpoint.label):",
                "  \(gap.command)",
            ]
        }
        return lines + [
            "", "Next:", "  openclaw models list --provider \(provider)",
            "  openclaw infer model run --prompt \"hello\"",
        ]
    }

    private func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}
