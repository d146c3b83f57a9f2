import Inference

/// Keeps `${NAME}` in the file when a value is written back that is what the variables make of it.
enum WrittenVariables {
    /// A value with the texts of the file where they mean the same.
    static func restore(
        _ value: JSONValue, resolved: ConfigurationValue?, written: ConfigurationValue?
    ) -> JSONValue {
        switch value {
        case .string(let text):
            guard let literal = written?.string, let resolved, !resolved.origin.variables.isEmpty else { return value }
            return resolved.string == text ? .string(literal) : value
        case .object(let object):
            let members = object.members.map { member in
                (member.key, restore(member.value, resolved: resolved?[member.key], written: written?[member.key]))
            }
            return .object(JSONObject(members))
        case .array(let elements):
            return .array(
                elements.enumerated().map { index, element in
                    let step = ConfigurationPath.Component.index(index)
                    return restore(element, resolved: resolved?.child(step), written: written?.child(step))
                })
        case .null, .bool, .number: return value
        }
    }
}
