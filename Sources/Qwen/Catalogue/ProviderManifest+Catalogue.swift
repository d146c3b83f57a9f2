import Inference

extension ProviderManifest {
    /// Reads a provider of `provider.json`, without models.
    init(reading object: inout CatalogueObject, unknownModel: ModelDescriptor) throws(InferenceError) {
        let probes = try object.table("probes", EndpointProbe.init(reading:))
        self.init(
            id: try object.id("id"), aliases: try object.ids("aliases"), label: try object.text("label"),
            hint: try object.text("hint"), documentation: try object.text("documentation"),
            keysPage: try object.text("keysPage"), environment: try object.texts("environment"),
            plans: try object.list("plans", Plan.init(reading:)),
            endpoints: try object.list("endpoints") { (endpoint) throws(InferenceError) in
                try Endpoint(reading: &endpoint, probes: probes)
            },
            authChoices: try object.list("authChoices", AuthChoice.init(reading:)),
            retired: try object.list("retired", RetiredChoice.init(reading:)),
            defaults: try object.object("defaults", DefaultModels.init(reading:)), models: [],
            unknownModel: unknownModel)
    }
}

extension Plan {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            id: try object.id("id"), label: try object.text("label"),
            isSubscription: try object.flag("isSubscription"),
            isInteractiveOnly: try object.flag("isInteractiveOnly"), keyPrefixes: try object.texts("keyPrefixes"),
            terms: try object.optionalText("terms"), windows: try object.list("windows", PlanWindow.init(reading:)))
    }
}

extension PlanWindow {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            id: try object.text("id"), label: try object.text("label"), span: try Span(reading: &object),
            unit: try object.choice("unit"), limit: try object.optionalCount("limit"),
            source: try object.text("source"), checked: try object.text("checked"))
    }
}

extension PlanWindow.Span {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        func count(_ key: String) throws(InferenceError) -> Int {
            guard let count = try object.optionalCount(key) else {
                throw object.wrong("span", expected: "with '\(key)'")
            }
            return count
        }
        switch try object.text("span") {
        case "rolling": self = .rolling(seconds: try count("seconds"))
        case "week": self = .week(utcOffset: try count("utcOffset"))
        case "month": self = .month(utcOffset: try count("utcOffset"))
        default: throw object.wrong("span", expected: "'rolling', 'week' or 'month'")
        }
    }
}

extension EndpointProbe {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            method: try object.text("method"), path: try object.text("path"), body: try object.optionalText("body"),
            accepts: try object.list("accepts", Answer.init(reading:)),
            refuses: try object.list("refuses", Answer.init(reading:)))
    }
}

extension EndpointProbe.Answer {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        let status = try object.optionalCount("status")
        guard let status else { throw object.wrong("status", expected: "there") }
        self.init(status: status, codes: try object.texts("codes"))
    }
}

extension Endpoint {
    init(reading object: inout CatalogueObject, probes: [String: EndpointProbe]) throws(InferenceError) {
        self.init(
            id: try object.id("id"), plan: try object.id("plan"), region: try object.id("region"),
            label: try object.text("label"), baseURL: try object.text("baseURL"),
            nativeURL: try object.optionalText("nativeURL"), anthropicURL: try object.optionalText("anthropicURL"),
            hosts: try object.texts("hosts"), excludedHosts: try object.texts("excludedHosts"),
            capabilities: try object.ids("capabilities"), streamingUsage: try object.flag("streamingUsage"),
            probe: try object.named("probe", in: probes), source: try object.text("source"),
            checked: try object.text("checked"))
    }
}

extension AuthChoice {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            id: try object.id("id"), deprecatedIDs: try object.ids("deprecatedIDs"), method: try object.text("method"),
            endpoint: try object.id("endpoint"), label: try object.text("label"), hint: try object.text("hint"),
            prompt: try object.text("prompt"), keyFlag: try object.text("keyFlag"),
            environment: try object.text("environment"), noteTitle: try object.text("noteTitle"),
            note: try object.texts("note"))
    }
}

extension RetiredChoice {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            ids: try object.texts("ids"), hosts: try object.texts("hosts"), notice: try object.text("notice"),
            hint: try object.text("hint"))
    }
}

extension DefaultModels {
    init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            chat: try object.id("chat"), chatAlias: try object.text("chatAlias"),
            imageUnderstanding: try object.optionalID("imageUnderstanding"),
            videoUnderstanding: try object.optionalID("videoUnderstanding"), video: try object.optionalID("video"),
            image: try object.optionalID("image"), speech: try object.optionalID("speech"),
            transcription: try object.optionalID("transcription"), embedding: try object.optionalID("embedding"),
            rerank: try object.optionalID("rerank"))
    }
}
