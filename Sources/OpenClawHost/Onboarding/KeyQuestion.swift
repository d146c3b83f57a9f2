package import Inference

/// Which key is wanted, and how a person is asked for it.
package struct KeyQuestion: Hashable, Sendable {
    /// The variables that may hold it, in order.
    package var variables: [String]
    /// The variable to name in advice.
    package var environment: String
    /// The choice it is for; `nil` while it is not known what the key belongs to.
    package var choice: AuthChoiceID?
    package var prompt: String
    package var noteTitle: String
    package var note: [String]

    /// The key of a choice.
    package init(_ choice: AuthChoice, of manifest: ProviderManifest) {
        let known = manifest.environment
        variables = known + (known.contains(choice.environment) ? [] : [choice.environment])
        environment = choice.environment
        self.choice = choice.id
        prompt = choice.prompt
        noteTitle = choice.noteTitle
        note = choice.note
    }

    /// A key of any plan and region.
    package init(anyOf manifests: [ProviderManifest]) {
        variables = manifests.flatMap(\.environment).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        environment = variables.first ?? ""
        prompt = "API key (Enter alone lists the plans)"
        noteTitle = "Set up a provider"
        let pages = Set(manifests.map(\.keysPage)).sorted()
        note = ["Paste a key of any plan: its plan and region are found."] + pages.map { "Manage API keys: \($0)" }
    }
}
