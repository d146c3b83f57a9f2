import Inference

/// Collections whose entries are easily lost by setting the whole.
enum ProtectedCollection {
    /// The names of entries that setting a value would drop; empty when the path is no such collection.
    static func dropped(by value: JSONValue, at path: ConfigurationPath, from old: JSONValue?) -> [String] {
        guard let old, isProtected(path) else { return [] }
        return names(old).filter { !names(value).contains($0) }
    }

    /// A value laid over an old one: objects merge, lists of named rows merge by id, other lists are joined.
    static func merge(_ value: JSONValue, over old: JSONValue?) -> JSONValue {
        switch (old, value) {
        case (.object(var result)?, .object(let object)):
            for member in object.members { result[member.key] = merge(member.value, over: result[member.key]) }
            return .object(result)
        case (.array(var rows)?, .array(let elements)):
            for element in elements {
                let index = rows.firstIndex { $0["id"] != nil && $0["id"] == element["id"] || $0 == element }
                if let index { rows[index] = merge(element, over: rows[index]) } else { rows.append(element) }
            }
            return .array(rows)
        default: return value
        }
    }

    private static func isProtected(_ path: ConfigurationPath) -> Bool {
        let keys = path.components.map(\.key)
        if keys.count == 4, keys[0] == "models", keys[1] == "providers" { return keys[3] == "models" }
        return [
            ["agents", "defaults", "models"], ["models", "providers"], ["plugins", "entries"], ["auth", "profiles"],
        ].contains(keys)
    }

    private static func names(_ value: JSONValue) -> [String] {
        value.object?.keys ?? value.array?.compactMap { $0["id"]?.string } ?? []
    }
}
