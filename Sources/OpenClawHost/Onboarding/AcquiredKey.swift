import Inference

/// The key that onboarding stores, and where it came from.
package struct AcquiredKey: Hashable, Sendable {
    package var input: SecretInput
    package var source: Source
    /// What the user should know about it.
    package var warnings: [String]

    package init(_ input: SecretInput, from source: Source, warnings: [String] = []) {
        self.input = input
        self.source = source
        self.warnings = warnings
    }

    package enum Source: Hashable, Sendable {
        case flag(String)
        case standardInput
        case file(String)
        case variable(name: String, place: String)
        case profile(String)
        /// A setting of the configuration.
        case setting(String)
        case prompt

        /// One word for programs.
        package var kind: String {
            switch self {
            case .flag: "flag"
            case .standardInput: "stdin"
            case .file: "file"
            case .variable: "environment"
            case .profile: "profile"
            case .setting: "configuration"
            case .prompt: "prompt"
            }
        }

        /// For people.
        package var label: String {
            switch self {
            case .flag(let flag): flag
            case .standardInput: "standard input"
            case .file(let path): path
            case .variable(let name, let place): place == "env: \(name)" ? place : "\(name) (\(place))"
            case .profile(let id): "stored profile \(id)"
            case .setting(let path): path
            case .prompt: "your input"
            }
        }
    }

    /// What may be shown of it.
    package var masked: String {
        switch input {
        case .literal(let secret): secret.masked
        case .reference(let reference): reference.label
        }
    }
}
