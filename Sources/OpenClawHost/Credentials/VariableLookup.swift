import Inference

/// Environment variables with the place each came from. Empty and blank values count as absent.
package struct VariableLookup: Sendable {
    private let lookUp: @Sendable (String) -> Found?

    /// A variable with a value.
    package struct Found: Hashable, Sendable {
        package var value: String
        /// Where the value was set, for example `env: NAME` or `~/.openclaw/.env:3`.
        package var label: String

        package init(value: String, label: String) {
            self.value = value
            self.label = label
        }
    }

    package init(_ lookUp: @escaping @Sendable (String) -> Found?) { self.lookUp = lookUp }

    /// Variables of this process only.
    package init(_ variables: [String: String]) {
        self.init { name in variables[name].map { Found(value: $0, label: "env: \(name)") } }
    }

    /// The trimmed value of a variable and its place.
    package subscript(name: String) -> Found? {
        guard let found = lookUp(name) else { return nil }
        let value = found.value.trimmingASCIIWhitespace()
        return value.isEmpty ? nil : Found(value: value, label: found.label)
    }
}
