import Inference

/// Environment variables with the place each came from. Empty and blank values count as absent.
package struct VariableLookup: Sendable {
    private let lookUp: @Sendable (String) -> Found?
    private let listNames: @Sendable () -> [String]

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

    /// - Parameter names: every name that is set, for families such as `<PROVIDER>_API_KEY_1`.
    package init(names: @escaping @Sendable () -> [String] = { [] }, _ lookUp: @escaping @Sendable (String) -> Found?) {
        self.lookUp = lookUp
        listNames = names
    }

    /// Variables of this process only.
    package init(_ variables: [String: String]) {
        self.init(names: { Array(variables.keys) }) { name in
            variables[name].map { Found(value: $0, label: "env: \(name)") }
        }
    }

    /// The trimmed value of a variable and its place.
    package subscript(name: String) -> Found? {
        guard let found = lookUp(name) else { return nil }
        let value = found.value.trimmingASCIIWhitespace()
        return value.isEmpty ? nil : Found(value: value, label: found.label)
    }

    /// The names that are set and begin so, in the order of people: `_2` before `_10`.
    package func names(beginningWith prefix: String) -> [String] {
        listNames().filter { $0.hasPrefix(prefix) && $0.utf8.count > prefix.utf8.count }
            .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }
}
