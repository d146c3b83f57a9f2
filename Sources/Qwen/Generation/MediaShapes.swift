import Inference

/// What many models of `media.json` have in common, by name.
struct MediaShapes {
    let sources: [String: CatalogueSource]
    let inputs: [String: InputRule]
    let modes: [String: GenerationModeSupport]
    let prices: [String: [GenerationPrice]]

    init(reading object: inout CatalogueObject) throws(InferenceError) {
        let sources = try object.table("sources", CatalogueSource.init(reading:))
        let inputs = try object.table("inputs", InputRule.init(reading:))
        let geometries = try object.table("geometries", FrameGeometry.init(reading:))
        let lengths = try object.table("lengths", LengthRule.init(reading:))
        let parameters = try object.table("parameters", ParameterRule.init(reading:))
        modes = try object.table("modes") { mode throws(InferenceError) in
            try GenerationModeSupport(
                reading: &mode, inputs: inputs, geometries: geometries, lengths: lengths, parameters: parameters)
        }
        prices = try object.lists("prices") { price throws(InferenceError) in
            try GenerationPrice(reading: &price, source: sources["prices"])
        }
        self.sources = sources
        self.inputs = inputs
    }
}

extension InputRule {
    /// A rule without role, count and place, which belong to a mode.
    fileprivate init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            role: "", kind: try object.id("kind"),
            mediaTypes: try object.holds("mediaTypes") ? object.texts("mediaTypes") : [],
            maxBytes: try object.optionalCount("megabytes").map { $0 << 20 }, sides: try object.optionalRange("sides"),
            maxElongation: try object.optionalNumber("elongation"),
            seconds: try object.optionalRange("seconds").map { Double($0.lowerBound)...Double($0.upperBound) },
            totalSeconds: try object.optionalNumber("totalSeconds"),
            isInlined: try object.optionalFlag("inlined") ?? false,
            isUploaded: try object.optionalFlag("uploaded") ?? true, place: "")
    }
}

extension LengthRule {
    fileprivate init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            range: try object.optionalRange("range"), rangeWithVideo: try object.optionalRange("rangeWithVideo"),
            totalWithVideo: try object.optionalCount("totalWithVideo"),
            values: try object.holds("values") ? object.integers("values") : [],
            initial: try object.optionalInteger("initial"), automatic: try object.optionalInteger("automatic"))
    }
}

extension ParameterRule {
    fileprivate init(reading object: inout CatalogueObject) throws(InferenceError) {
        self.init(
            name: try object.text("name"), type: try object.choice("type"),
            values: try object.holds("values") ? object.texts("values") : [],
            range: try object.optionalRange("range").map { Double($0.lowerBound)...Double($0.upperBound) },
            initial: object.optional("initial")?.value, isRequired: try object.optionalFlag("required") ?? false)
        eachOf = try object.optionalID("eachOf")
        if object.holds("when") {
            var condition = try CatalogueObject(try object.value("when"))
            self.condition = GenerationPrice.Condition(
                parameter: try condition.text("parameter"), value: condition.optional("is")?.value ?? true)
            try condition.finish()
        }
    }
}

extension GenerationModeSupport {
    fileprivate init(
        reading object: inout CatalogueObject, inputs: [String: InputRule], geometries: [String: FrameGeometry],
        lengths: [String: LengthRule], parameters: [String: ParameterRule]
    ) throws(InferenceError) {
        let prompt = try object.text("prompt")
        guard ["required", "optional", "none"].contains(prompt) else {
            throw object.wrong("prompt", expected: "required, optional or none")
        }
        self.init(
            mode: try object.id("mode"), isPromptRequired: prompt == "required", takesPrompt: prompt != "none")
        promptLimit = try object.optionalCount("promptLimit")
        self.inputs = try object.list("inputs") { input throws(InferenceError) in
            let role: InputRole = try input.id("role")
            var rule = try input.named("rule", in: inputs)
            guard let count = try input.optionalRange("count") else { throw input.wrong("count", expected: "there") }
            (rule.role, rule.count, rule.place) = (role, count, try input.text("place"))
            rule.belongsTo = try input.optionalIDs("belongsTo")
            return rule
        }
        inputCount = try object.optionalRange("inputCount")
        geometry = try object.named("geometry", in: geometries)
        length = try object.holds("length") ? object.named("length", in: lengths) : nil
        count = try object.optionalRange("count") ?? 1...1
        initialCount = try object.optionalCount("initialCount") ?? 1
        if object.holds("countWith") {
            var count = try CatalogueObject(try object.value("countWith"))
            let parameter = try count.text("parameter")
            guard let range = try count.optionalRange("range") else { throw count.wrong("range", expected: "there") }
            countWith = ConditionalCount(parameter: parameter, range: range)
            try count.finish()
        }
        if object.holds("geometryWith") {
            var other = try CatalogueObject(try object.value("geometryWith"))
            geometryWith = ConditionalGeometry(
                parameter: try other.text("parameter"), geometry: try other.named("geometry", in: geometries))
            try other.finish()
        }
        countParameter = try object.optionalText("countParameter")
        switchParameter = try object.optionalText("switch")
        self.parameters = []
        for name in try object.texts("parameters") {
            guard let rule = parameters[name] else { throw object.wrong("parameters", expected: "names of parameters") }
            self.parameters.append(rule)
        }
        function = try object.optionalText("function")
    }
}

extension GenerationPrice {
    fileprivate init(reading object: inout CatalogueObject, source: CatalogueSource?) throws(InferenceError) {
        self.init(
            endpoints: try object.ids("endpoints"), currency: try object.text("currency"),
            unit: try object.choice("unit"), rates: try object.list("rates", Rate.init(reading:)))
        maxInputSeconds = try object.optionalCount("inputSeconds")
        chargesInput = maxInputSeconds != nil
        (self.source, checked) = (source?.text ?? "", source?.checked ?? "")
    }
}

extension GenerationPrice.Rate {
    fileprivate init(reading object: inout CatalogueObject) throws(InferenceError) {
        let resolution = try object.optionalText("resolution")
        let parameter = try object.optionalText("parameter")
        let value = object.optional("is")?.value
        self.init(
            resolution: resolution,
            condition: parameter.map { GenerationPrice.Condition(parameter: $0, value: value ?? true) },
            amount: try object.amount("amount").decimal)
    }
}
