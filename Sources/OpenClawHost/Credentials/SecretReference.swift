package import Inference

/// A secret that is kept elsewhere: a variable, a JSON file, or the output of a program.
package struct SecretReference: Hashable, Sendable {
    /// `env`, `file` or `exec`; open, because newer homes know more.
    package var source: String
    /// The name under `secrets.providers`; `default` for variables.
    package var provider: String
    /// A variable name, a JSON pointer, or what the program is asked for.
    package var id: String

    package init(source: String, provider: String = "default", id: String) {
        self.source = source
        self.provider = provider
        self.id = id
    }

    /// Reads `{ source, provider, id }`, or `nil` for any other value.
    package init?(_ value: JSONValue) {
        guard let source = value["source"]?.string, let id = value["id"]?.string else { return nil }
        self.init(source: source, provider: value["provider"]?.string ?? "default", id: id)
    }

    /// A reference to an environment variable.
    package static func variable(_ name: String) -> SecretReference { SecretReference(source: "env", id: name) }

    package var json: JSONValue {
        ["source": .string(source), "provider": .string(provider), "id": .string(id)]
    }

    /// How it is shown where a masked key would stand.
    package var label: String { "ref(\(source):\(id))" }
}
