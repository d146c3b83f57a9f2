import Inference

/// What many models have in common, by name: `sources` and `shapes` of `models.json`.
struct ModelShapes {
    var sources: [String: CatalogueSource]
    var thinking: [String: ThinkingSupport] = [:]
    var tools: [String: ToolSupport] = [:]
    var structuredOutput: [String: StructuredOutputSupport] = [:]
    var wire: [String: WireShape] = [:]
    var caching: [String: CachingSupport] = [:]
    var absences: [String: Unavailability] = [:]

    init(reading object: inout CatalogueObject) throws(InferenceError) {
        sources = try object.table("sources", CatalogueSource.init(reading:))
        var shapes = try CatalogueObject(try object.value("shapes"))
        thinking = try shapes.table("thinking", ThinkingSupport.init(reading:))
        tools = try shapes.table("tools", ToolSupport.init(reading:))
        structuredOutput = try shapes.table("structuredOutput", StructuredOutputSupport.init(reading:))
        wire = try shapes.table("wire", WireShape.init(reading:))
        caching = try shapes.table("caching", CachingSupport.init(reading:))
        absences = try shapes.table("absences", Unavailability.init(reading:))
        try shapes.finish()
    }
}

extension ThinkingSupport {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            control: try object.choice("control"), isOnByDefault: try object.flag("isOnByDefault"),
            usesChatTemplate: try object.flag("usesChatTemplate"), takesBudget: try object.flag("takesBudget"),
            efforts: try object.texts("efforts"), effortAliases: try object.aliases("effortAliases"),
            offEffort: try object.optionalText("offEffort"),
            worksWithoutStreaming: try object.flag("worksWithoutStreaming"), replay: try object.choice("replay"))
    }
}

extension ToolSupport {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            isSupported: try object.flag("isSupported"), forcedChoice: try object.choice("forcedChoice"),
            takesRequired: try object.flag("takesRequired"), worksWithThinking: try object.flag("worksWithThinking"),
            takesToolStream: try object.flag("takesToolStream"))
    }
}

extension StructuredOutputSupport {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            jsonObject: try object.flag("jsonObject"), jsonSchema: try object.flag("jsonSchema"),
            worksWithThinking: try object.flag("worksWithThinking"))
    }
}

extension WireShape {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            streamOnly: try object.flag("streamOnly"), cumulativeStream: try object.flag("cumulativeStream"),
            stringContent: try object.flag("stringContent"), developerRole: try object.flag("developerRole"),
            systemRole: try object.flag("systemRole"), singleMessage: try object.flag("singleMessage"),
            outputLimitField: try object.text("outputLimitField"), nativePath: try object.optionalText("nativePath"),
            leaksThinkTags: try object.flag("leaksThinkTags"))
    }
}

extension CachingSupport {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            implicit: try object.flag("implicit"), explicit: try object.flag("explicit"),
            explicitMinimum: try object.optionalCount("explicitMinimum"))
    }
}

extension Unavailability {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            plan: try object.id("plan"), endpoint: try object.optionalID("endpoint"), reason: try object.text("reason"))
    }
}

extension CatalogueObject {
    fileprivate mutating func aliases(_ key: String) throws(InferenceError) -> [String: String] {
        var aliases: [String: String] = [:]
        let node = try value(key)
        guard node.kind == .object else { throw wrong(key, expected: "an object of strings") }
        for member in node.members {
            guard let text = member.value.string, aliases.updateValue(text, forKey: member.key) == nil else {
                throw wrong(key, expected: "an object of strings with each name once")
            }
        }
        return aliases
    }
}
