package import Inference

/// A provider's own key flag as it was given: `--<name>-api-key VALUE`.
package struct KeyFlagValue: Hashable, Sendable {
    /// The flag with its dashes.
    package var flag: String
    /// The key itself, `@file`, or `-` for standard input.
    package var value: Secret

    package init(flag: String, value: Secret) {
        self.flag = flag
        self.value = value
    }

    /// Whether the key itself stands on the command line, where other users of the machine can read it.
    package var isLiteral: Bool { value.expose() != "-" && !value.expose().hasPrefix("@") }
}

extension KeyFlagValue {
    /// Takes the key flags of all manifests out of arguments that the command line does not know.
    /// - Throws: `.invalidConfiguration` for anything else that is left, and for a flag without a value.
    package static func parse(
        _ arguments: [String], manifests: [ProviderManifest]
    ) throws(InferenceError) -> [KeyFlagValue] {
        let flags = Set(manifests.flatMap(\.authChoices).map(\.keyFlag))
        var result: [KeyFlagValue] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard flags.contains(parts[0]) else { throw unknown(parts[0]) }
            guard let value = parts.count > 1 ? parts[1] : rest.popFirst(), !value.hasPrefix("--"), !value.isEmpty
            else {
                throw InferenceError(
                    .invalidConfiguration, "\(parts[0]) needs a value: @file, - for standard input, or the key",
                    hint: "openclaw onboard --help")
            }
            result.append(KeyFlagValue(flag: parts[0], value: Secret(value)))
        }
        return result
    }

    /// The flag is shown, a stray word is not: it may be a key.
    private static func unknown(_ word: String) -> InferenceError {
        let message = word.hasPrefix("--") ? "unknown option '\(word)'" : "unexpected argument; expected options only"
        return InferenceError(.invalidConfiguration, message, hint: "openclaw onboard --help")
    }
}
