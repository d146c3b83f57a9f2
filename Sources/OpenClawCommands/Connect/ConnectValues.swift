import Inference

/// What stands for the placeholders of a recipe.
struct ConnectValues {
    /// The gateway without a path.
    var address: String
    var key: String
    /// The model that is used when none is chosen.
    var model: String
    /// The models that a client may offer for choice.
    var models: [String]

    /// A value with its placeholders replaced. `{modelMap}` as a whole text is an object with a member for each model.
    func filled(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string("{modelMap}"):
            return .object(JSONObject(models.map { ($0, ["name": .string($0)]) }))
        case .string(let text): return .string(filled(text))
        case .array(let elements): return .array(elements.map(filled))
        case .object(let object):
            return .object(JSONObject(object.members.map { (filled($0.key), filled($0.value)) }))
        default: return value
        }
    }

    func filled(_ text: String) -> String {
        let replacements = [
            ("{openai}", address + "/v1"), ("{address}", address), ("{key}", key), ("{model}", model),
        ]
        return replacements.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
