import Inference

/// Says that no credential was found, where it was looked for, and how to give one.
struct MissingCredential {
    var account: ProviderAccount
    var target: SelectedEndpoint
    var manifests: [ProviderManifest]
    var storePath: String

    func error(profile: String?, candidates: [CredentialCandidate]) -> InferenceError {
        let reasons = candidates.compactMap(\.exclusion)
        if let profile {
            let detail = reasons.first.map { "; \($0)" } ?? ""
            return InferenceError(
                .unauthenticated, "no credentials found for profile \"\(profile)\"\(detail)",
                hint: "openclaw models auth list --provider \(account.id)")
        }
        let message =
            "no API key found for provider \"\(account.id)\" on \(target.endpoint.label); looked at "
            + places.joined(separator: ", ") + reasons.map { "; \($0)" }.joined()
        return InferenceError(.unauthenticated, message, hint: hint)
    }

    private var places: [String] {
        var result = [storePath]
        let names = account.manifest?.environment ?? []
        if !names.isEmpty { result.append("variables " + names.joined(separator: ", ")) }
        result.append(account.path("apiKey").joined(separator: "."))
        return result
    }

    private var hint: String {
        let choices = manifests.lazy.filter { $0.id == account.id }.flatMap(\.authChoices)
        guard let choice = choices.first(where: { $0.endpoint == target.endpoint.id }) ?? choices.first else {
            return "openclaw config set \(account.path("apiKey").joined(separator: ".")) '${NAME_OF_A_VARIABLE}'"
        }
        return "openclaw onboard --auth-choice \(choice.id)"
    }
}
