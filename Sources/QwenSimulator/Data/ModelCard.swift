/// What the simulated service knows about one model; every quirk is a field, no name decides anything.
struct ModelCard: Sendable {
    enum Kind: String, Sendable { case chat, translation, embedding, rerank }
    enum NativePath: String, Sendable { case text, multimodal, both, nativeOnly }
    enum Thinking: String, Sendable { case never, off, on, always }
    enum Control: String, Sendable { case flag, effort }
    enum ToolArguments: String, Sendable { case chunked, whole, tool_stream }
    enum ArrayContent: String, Sendable { case accept, drop }
    enum JSONThinking: String, Sendable { case reject, ignore }

    let id: String
    let kind: Kind
    let native: NativePath
    let inputs: Set<String>
    let thinking: Thinking
    let control: Control
    let efforts: [String: Int]
    let nonStreamThinking: Bool
    let streamOnly: Bool
    let tools: Bool
    let toolArguments: ToolArguments
    let requiredTool: Bool
    let jsonObject: Bool
    let jsonSchema: Bool
    let jsonThinking: JSONThinking
    let completionLimit: Bool
    let choices: Int
    let logprobs: Bool
    let search: Bool
    let arrayContent: ArrayContent
    let cumulative: Bool
    let completions: Bool
    let responses: Bool
    let implicitCache: Bool
    let explicitCache: Bool
    let preserveThinking: Bool
    let imagePatch: Int
    let context: Int
    let maxInput: Int
    let maxOutput: Int
    let maxThinking: Int
    let rows: Int
    /// Pictures and clips of one request for ranks.
    let mostImages: Int
    let mostVideos: Int
    let dimensions: [Int]
    let dimension: Int
    let regions: Set<String>
    let plans: Set<String>

    func isSold(on endpoint: EndpointCard) -> Bool {
        endpoint.plan == "standard" ? regions.contains(endpoint.region) : plans.contains(endpoint.plan)
    }
}

extension ModelCard {
    /// Reads a card whose family has been merged in; `nil` names nothing, so the table reports the entry.
    init?(_ entry: JSON) {
        guard let id = entry["id"]?.string, let kind = Kind(rawValue: entry["kind"]?.string ?? ""),
            let native = NativePath(rawValue: entry["native"]?.string ?? ""),
            let thinking = Thinking(rawValue: entry["thinking"]?.string ?? ""),
            let control = Control(rawValue: entry["control"]?.string ?? ""),
            let toolArguments = ToolArguments(rawValue: entry["toolArguments"]?.string ?? ""),
            let jsonThinking = JSONThinking(rawValue: entry["jsonThinking"]?.string ?? ""),
            let arrayContent = ArrayContent(rawValue: entry["arrayContent"]?.string ?? ""),
            let inputs = entry["inputs"]?.strings, let regions = entry["regions"]?.strings,
            let context = entry["context"]?.int, let maxInput = entry["maxInput"]?.int,
            let maxOutput = entry["maxOutput"]?.int
        else { return nil }
        func flag(_ key: String) -> Bool { entry[key]?.bool ?? false }
        self.id = id
        self.kind = kind
        self.native = native
        self.inputs = Set(inputs)
        self.thinking = thinking
        self.control = control
        self.toolArguments = toolArguments
        self.jsonThinking = jsonThinking
        self.arrayContent = arrayContent
        var efforts: [String: Int] = [:]
        for member in entry["efforts"]?.object?.members ?? [] { efforts[member.key] = member.value.int }
        self.efforts = efforts
        nonStreamThinking = flag("nonStreamThinking")
        streamOnly = flag("streamOnly")
        tools = flag("tools")
        requiredTool = flag("requiredTool")
        jsonObject = flag("jsonObject")
        jsonSchema = flag("jsonSchema")
        completionLimit = flag("completionLimit")
        choices = entry["choices"]?.int ?? 1
        logprobs = flag("logprobs")
        search = flag("search")
        cumulative = flag("cumulative")
        completions = flag("completions")
        responses = flag("responses")
        implicitCache = flag("implicitCache")
        explicitCache = flag("explicitCache")
        preserveThinking = flag("preserveThinking")
        imagePatch = entry["imagePatch"]?.int ?? 32
        self.context = context
        self.maxInput = maxInput
        self.maxOutput = maxOutput
        maxThinking = entry["maxThinking"]?.int ?? 0
        rows = entry["rows"]?.int ?? 0
        mostImages = entry["mostImages"]?.int ?? 0
        mostVideos = entry["mostVideos"]?.int ?? 0
        dimensions = entry["dimensions"]?.array?.compactMap(\.int) ?? []
        dimension = entry["dimension"]?.int ?? 0
        self.regions = Set(regions)
        plans = Set((flag("coding") ? ["coding"] : []) + (flag("tokenPlan") ? ["token-plan"] : []))
    }
}
