import Inference

/// Collects changes against the configuration as it is written; values that stand there already are no change.
struct SettingChanges {
    let root: JSONValue
    private(set) var list: [SettingChange] = []

    init(root: JSONValue) { self.root = root }

    func value(_ keys: [String]) -> JSONValue? {
        keys.reduce(Optional(root)) { $0?[$1] }
    }

    func string(_ keys: String...) -> String? { value(keys)?.string }

    mutating func set(_ keys: [String], _ value: JSONValue) {
        guard self.value(keys) != value else { return }
        list.append(SettingChange(keys, value))
    }

    mutating func set(_ path: String, _ value: JSONValue) { set(path.split(separator: ".").map(String.init), value) }

    /// Sets a value where none stands.
    mutating func fill(_ path: String, _ value: JSONValue) {
        let keys = path.split(separator: ".").map(String.init)
        if self.value(keys) == nil { set(keys, value) }
    }

    mutating func remove(_ keys: [String]) {
        if value(keys) != nil { list.append(SettingChange(keys, nil)) }
    }
}
