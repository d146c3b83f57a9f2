import Inference

/// Lets a person pick a provider, then one of its plans and regions.
struct ChoicePicker {
    var prompter: any Prompter

    func pick(among manifests: [ProviderManifest]) throws(InferenceError) -> OnboardingChoice {
        let offered = manifests.filter { !$0.authChoices.isEmpty }
        guard offered.count > 1 else {
            guard let only = offered.first else { throw GatewayFlags.invalid("this build knows no provider") }
            return try pick(in: only)
        }
        let options = offered.map { PromptOption($0.label, hint: $0.hint ?? "") } + [PromptOption("Skip for now")]
        let index = try prompter.choose("Model/auth provider", among: options, preselected: 0)
        return offered.indices.contains(index) ? try pick(in: offered[index]) : .skip
    }

    func pick(in manifest: ProviderManifest) throws(InferenceError) -> OnboardingChoice {
        guard manifest.authChoices.count > 1 else { return .provider(manifest, manifest.authChoices[0]) }
        let options = manifest.authChoices.map { PromptOption($0.label, hint: $0.hint) }
        let index = try prompter.choose("\(manifest.label): plan and region", among: options, preselected: 0)
        return .provider(manifest, manifest.authChoices[index])
    }

    /// Lets a person pick among choices that were found.
    func pick(from choices: [OnboardingChoice]) throws(InferenceError) -> OnboardingChoice {
        let options = choices.map { choice in
            if case .provider(let manifest, let auth) = choice {
                PromptOption("\(manifest.label): \(auth.label)", hint: auth.hint)
            } else {
                PromptOption(choice.id)
            }
        }
        return choices[try prompter.choose("The key works with several", among: options, preselected: 0)]
    }
}
