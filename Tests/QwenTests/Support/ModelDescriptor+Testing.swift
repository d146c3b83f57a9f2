import Inference

extension ModelDescriptor {
    /// The model `m` with the fields that a recorded case names.
    init(testing fields: JSONValue) {
        self.init(id: ModelID(fields["id"]?.string ?? "m"), name: "M")
        maxOutputTokens = fields["maxOutputTokens"]?.int
        for member in fields["thinking"]?.object?.members ?? [] { thinking.set(member.key, to: member.value) }
        for member in fields["tools"]?.object?.members ?? [] { tools.set(member.key, to: member.value) }
        for member in fields["wire"]?.object?.members ?? [] { wire.set(member.key, to: member.value) }
        caching.explicit = fields["caching"]?["explicit"]?.bool ?? false
        caching.explicitMinimum = fields["caching"]?["explicitMinimum"]?.int
        let format = fields["structuredOutput"]
        structuredOutput.jsonObject = format?["jsonObject"]?.bool ?? structuredOutput.jsonObject
        structuredOutput.jsonSchema = format?["jsonSchema"]?.bool ?? structuredOutput.jsonSchema
        structuredOutput.worksWithThinking = format?["worksWithThinking"]?.bool ?? structuredOutput.worksWithThinking
    }
}

extension ThinkingSupport {
    fileprivate mutating func set(_ key: String, to value: JSONValue) {
        switch key {
        case "control": control = value.string.flatMap(Control.init) ?? control
        case "isOnByDefault": isOnByDefault = value.bool ?? isOnByDefault
        case "usesChatTemplate": usesChatTemplate = value.bool ?? usesChatTemplate
        case "takesBudget": takesBudget = value.bool ?? takesBudget
        case "maxBudget": maxBudget = value.int
        case "efforts": efforts = value.array?.compactMap(\.string) ?? []
        case "effortAliases": effortAliases = value.object.map { Self.aliases($0) } ?? [:]
        case "offEffort": offEffort = value.string
        case "replay": replay = value.string.flatMap(Replay.init) ?? replay
        default: break
        }
    }

    private static func aliases(_ object: JSONObject) -> [String: String] {
        Dictionary(uniqueKeysWithValues: object.members.map { ($0.key, $0.value.string ?? "") })
    }
}

extension ToolSupport {
    fileprivate mutating func set(_ key: String, to value: JSONValue) {
        switch key {
        case "isSupported": isSupported = value.bool ?? isSupported
        case "forcedChoice": forcedChoice = value.string.flatMap(Forcing.init) ?? forcedChoice
        case "takesRequired": takesRequired = value.bool ?? takesRequired
        case "worksWithThinking": worksWithThinking = value.bool ?? worksWithThinking
        case "takesToolStream": takesToolStream = value.bool ?? takesToolStream
        default: break
        }
    }
}

extension WireShape {
    fileprivate mutating func set(_ key: String, to value: JSONValue) {
        switch key {
        case "stringContent": stringContent = value.bool ?? stringContent
        case "developerRole": developerRole = value.bool ?? developerRole
        case "systemRole": systemRole = value.bool ?? systemRole
        case "singleMessage": singleMessage = value.bool ?? singleMessage
        case "streamingUsage": streamingUsage = value.bool
        case "outputLimitField": outputLimitField = value.string ?? outputLimitField
        default: break
        }
    }
}
