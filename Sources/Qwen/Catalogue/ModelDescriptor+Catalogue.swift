import Inference

extension ModelDescriptor {
    /// Reads a model of `models.json`; names of shapes stand for their fields.
    init(
        reading object: inout CatalogueObject, shapes: ModelShapes, prices: [String: [Price]]
    ) throws(InferenceError) {
        let id: ModelID = try object.id("id")
        self.init(
            id: id, name: try object.optionalText("name") ?? id.rawValue, family: try object.optionalText("family"),
            input: try object.ids("input"), alsoTakes: try object.optionalIDs("alsoTakes") ?? [],
            output: try object.ids("output"), contextWindow: try object.optionalCount("contextWindow"),
            maxInputTokens: try object.optionalCount("maxInputTokens"),
            maxTokens: try object.optionalCount("maxTokens"),
            maxOutputTokens: try object.optionalCount("maxOutputTokens"),
            thinking: try object.named("thinking", in: shapes.thinking))
        thinking.maxBudget = try object.optionalCount("thinkingBudget")
        tools = try object.named("tools", in: shapes.tools)
        structuredOutput = try object.named("structuredOutput", in: shapes.structuredOutput)
        wire = try object.named("wire", in: shapes.wire)
        caching = try object.named("caching", in: shapes.caching)
        embedding = try object.part("embedding", EmbeddingSupport.init(reading:))
        rerank = try object.part("rerank", RerankSupport.init(reading:))
        notOn = try object.absences("notOn", in: shapes.absences)
        isHidden = try object.optionalFlag("isHidden") ?? false
        replacedBy = try object.optionalID("replacedBy")
        let source = try object.named("source", in: shapes.sources)
        (self.source, checked) = (source.text, source.checked)
        self.prices = prices[id.rawValue] ?? []
    }
}

extension EmbeddingSupport {
    fileprivate init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            batch: try object.count("batch"), dimensions: try object.counts("dimensions"),
            media: try object.holds("media") ? object.list("media", InputRule.init(ofDocument:)) : [],
            isNative: try object.optionalFlag("isNative") ?? false,
            fusion: try object.holds("fusion") ? object.choice("fusion") : .never)
    }
}

extension RerankSupport {
    fileprivate init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            documents: try object.count("documents"), isNative: try object.optionalFlag("isNative") ?? false,
            media: try object.holds("media") ? object.list("media", InputRule.init(ofDocument:)) : [])
    }
}

extension InputRule {
    /// What is taken besides texts: how many at once, how large, and whether inside the request.
    fileprivate init(ofDocument object: inout CatalogueObject) throws(InferenceError) {
        let kind: Modality = try object.id("kind")
        self.init(
            role: InputRole(kind.rawValue), kind: kind, count: 0...(try object.count("count")),
            maxBytes: try object.optionalCount("megabytes").map { $0 << 20 },
            isInlined: try object.optionalFlag("inlined") ?? false, isUploaded: false, place: kind.rawValue)
    }
}

extension CatalogueObject {
    /// An object that may be absent.
    fileprivate mutating func part<Part>(
        _ key: String, _ read: (inout CatalogueObject) throws(InferenceError) -> Part
    ) throws(InferenceError) -> Part? {
        guard let node = optional(key) else { return nil }
        var object = try CatalogueObject(node)
        let part = try read(&object)
        try object.finish()
        return part
    }

    fileprivate mutating func count(_ key: String) throws(InferenceError) -> Int {
        guard let count = try optionalCount(key) else { throw wrong(key, expected: "a number") }
        return count
    }

    fileprivate mutating func counts(_ key: String) throws(InferenceError) -> [Int] {
        let node = try value(key)
        let counts = node.elements.map(\.int)
        guard node.kind == .array, !counts.contains(nil) else { throw wrong(key, expected: "an array of numbers") }
        return counts.compactMap(\.self)
    }

    fileprivate mutating func absences(
        _ key: String, in table: [String: Unavailability]
    ) throws(InferenceError) -> [Unavailability] {
        var absences: [Unavailability] = []
        for name in try texts(key) {
            guard let absence = table[name] else { throw wrong(key, expected: "names of absences") }
            absences.append(absence)
        }
        return absences
    }
}
