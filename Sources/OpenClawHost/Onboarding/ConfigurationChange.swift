package import Inference

/// One value that onboarding sets, or removes with `nil`.
package struct ConfigurationChange: Hashable, Sendable {
    /// Keys from the root.
    package var keys: [String]
    package var value: JSONValue?

    package init(_ keys: [String], _ value: JSONValue?) {
        self.keys = keys
        self.value = value
    }
}

/// Collects changes against the configuration as it is written; values that stand there already are no change.
struct ConfigurationChanges {
    let root: JSONValue
    private(set) var list: [ConfigurationChange] = []

    init(root: JSONValue) { self.root = root }

    func value(_ keys: [String]) -> JSONValue? {
        keys.reduce(Optional(root)) { $0?[$1] }
    }

    func string(_ keys: String...) -> String? { value(keys)?.string }

    mutating func set(_ keys: [String], _ value: JSONValue) {
        guard self.value(keys) != value else { return }
        list.append(ConfigurationChange(keys, value))
    }

    mutating func set(_ path: String, _ value: JSONValue) { set(path.split(separator: ".").map(String.init), value) }

    /// Sets a value where none stands.
    mutating func fill(_ path: String, _ value: JSONValue) {
        let keys = path.split(separator: ".").map(String.init)
        if self.value(keys) == nil { set(keys, value) }
    }

    mutating func remove(_ keys: [String]) {
        if value(keys) != nil { list.append(ConfigurationChange(keys, nil)) }
    }
}
