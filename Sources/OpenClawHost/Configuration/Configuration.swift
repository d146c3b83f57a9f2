package import Inference

/// The effective configuration: includes merged, variables replaced, every value with its place.
package struct Configuration: Sendable {
    package let locations: ConfigurationLocations
    /// The values to use.
    package let root: ConfigurationValue
    /// The same values with variables as they are written.
    package let written: ConfigurationValue
    /// The files that were read, the main one first; empty when there is none.
    package let sources: [ConfigurationSource]
    /// What its owner should know, in the order of the files.
    package let issues: [ConfigurationIssue]

    package init(
        locations: ConfigurationLocations, root: ConfigurationValue, written: ConfigurationValue,
        sources: [ConfigurationSource], issues: [ConfigurationIssue]
    ) {
        self.locations = locations
        self.root = root
        self.written = written
        self.sources = sources
        self.issues = issues
    }

    package subscript(_ path: ConfigurationPath) -> ConfigurationValue? { root[path] }

    /// The value at a path of keys.
    package subscript(_ keys: String...) -> ConfigurationValue? { root[ConfigurationPath(keys.map { .key($0) })] }

    /// The values as a tree; texts with unset variables are left out.
    package var json: JSONValue { root.json ?? .object(JSONObject()) }

    /// `file:line` of the value at a path of keys with the home directory as `~`, and the variables it was made of.
    package func place(of keys: [String]) -> String? {
        guard let origin = root[ConfigurationPath(keys.map { .key($0) })]?.origin else { return nil }
        let variables = origin.variables.map { " (${\($0)})" }.joined()
        return locations.shortened(origin.file) + ":\(origin.position.line)" + variables
    }

    /// Whether there is a configuration file.
    package var fileExists: Bool { sources.first?.path == locations.configurationFile }

    package var errors: [ConfigurationIssue] { issues.filter { $0.severity == .error } }
    package var warnings: [ConfigurationIssue] { issues.filter { $0.severity == .warning } }

    /// Stops whoever cannot work with an invalid configuration.
    ///
    /// - Throws: `.invalidConfiguration` with all errors, one a line.
    package func requireValid() throws(InferenceError) {
        guard !errors.isEmpty else { return }
        let lines = errors.map { "\n  \($0)" }.joined()
        throw InferenceError(
            .invalidConfiguration,
            "invalid configuration at \(locations.shortened(locations.configurationFile))" + lines,
            hint: "openclaw config validate")
    }
}
