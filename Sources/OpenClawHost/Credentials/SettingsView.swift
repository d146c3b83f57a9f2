package import Inference

/// The effective configuration as credentials and endpoints need it: a tree, and where in which file a value stands.
package struct SettingsView: Sendable {
    package var root: JSONValue
    /// The file that a user would edit, shown in messages.
    package var file: String
    private let locate: @Sendable ([String]) -> String?

    package init(
        root: JSONValue, file: String = "openclaw.json",
        locate: @escaping @Sendable ([String]) -> String? = { _ in nil }
    ) {
        self.root = root
        self.file = file
        self.locate = locate
    }

    /// The value at a path of keys.
    package func value(_ path: [String]) -> JSONValue? {
        var value: JSONValue? = root
        for key in path { value = value?[key] }
        return value
    }

    /// `file:line` of a value, or the file when the line is not known.
    package func place(of path: [String]) -> String { locate(path) ?? file }

    /// The members of `models.providers`.
    package var providers: JSONObject { value(["models", "providers"])?.object ?? JSONObject() }
}
