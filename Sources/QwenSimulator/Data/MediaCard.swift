/// What the simulated service knows about one model that makes or reads media.
struct MediaCard: Sendable {
    enum Kind: String, Sendable {
        case video, image, speech, recognition, transcription, multimodalEmbedding, embeddingFile, voice
    }

    let id: String
    let kind: Kind
    /// Service paths that answer at once, and those that answer with a task.
    let sync: [String]
    let async: [String]
    let regions: Set<String>
    let tokenPlan: Bool
    /// Everything else as the file says it.
    let traits: JSON
    let inputs: [InputRule]
    let parameters: [ParameterRule]
    let media: MediaListRule?
    let imageLimits: ImageLimits
    /// How long a task takes in reality, and how many run at a time.
    let seconds: Double
    let running: Int

    init?(_ entry: JSON, sizes: [String: [String: [String: String]]]) {
        guard let id = entry["id"]?.string, let kind = Kind(rawValue: entry["kind"]?.string ?? ""),
            let regions = entry["regions"]?.strings
        else { return nil }
        self.id = id
        self.kind = kind
        self.regions = Set(regions)
        traits = entry
        sync = entry["sync"]?.strings ?? []
        async = entry["async"]?.strings ?? []
        tokenPlan = entry["tokenPlan"]?.bool ?? false
        inputs = (entry["input"]?.object?.members ?? []).map { InputRule(name: $0.key, $0.value) }
        let table = sizes[entry["sizeTable"]?.string ?? ""] ?? [:]
        parameters = (entry["parameters"]?.object?.members ?? []).map {
            ParameterRule(name: $0.key, $0.value, sizes: table)
        }
        media = entry["media"].map(MediaListRule.init)
        imageLimits = ImageLimits(
            sides: entry["imageSides"]?.array?.compactMap(\.int) ?? [1, 10_000],
            ratio: entry["imageRatio"]?.double ?? 200, megabytes: entry["imageMegabytes"]?.int ?? 10)
        seconds = entry["seconds"]?.double ?? 10
        running = entry["running"]?.int ?? 5
    }

    func isSold(on endpoint: EndpointCard) -> Bool {
        switch endpoint.plan {
        case "standard": regions.contains(endpoint.region)
        case "token-plan": tokenPlan
        default: false
        }
    }

    /// Which WebSocket task it serves there: `tts` or `asr`.
    func socket(on endpoint: EndpointCard) -> String? {
        let regions = traits["socketRegions"]?.strings ?? []
        let isServed = endpoint.plan == "standard" ? regions.contains(endpoint.region) : isSold(on: endpoint)
        return isServed ? traits["socket"]?.string : nil
    }

    /// What it does in a session on a WebSocket there: `tts` or `asr`.
    func session(on endpoint: EndpointCard) -> String? {
        guard endpoint.plan == "standard", traits["socketRegions"]?.strings?.contains(endpoint.region) == true else {
            return nil
        }
        return traits["session"]?.string
    }

    func parameter(_ name: String) -> ParameterRule? { parameters.first { $0.name == name } }

    /// The price of one unit in yuan, by region and, where it matters, by resolution.
    func price(region: String, resolution: Int? = nil, table name: String = "price") -> Double {
        let table = traits[name] ?? traits["price"]
        let prices = table?[region] ?? table?["cn"] ?? table?["intl"]
        return prices?.double ?? resolution.flatMap { prices?[String($0)]?.double } ?? 0
    }
}
