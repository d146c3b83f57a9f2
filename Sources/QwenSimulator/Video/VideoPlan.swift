/// What a video task will make and what that costs.
struct VideoPlan {
    /// What the simulator takes any clip that goes in for, in seconds.
    private static let inputSeconds = 5.0
    private static let standardResolution = "720P"

    let size: PixelSize
    let seconds: Double
    let hasSound: Bool
    let rewritesPrompt: Bool
    let usage: JSON
    let charge: Charge

    init(ask: MediaAsk, inspection: MediaInspection) throws(ServiceError) {
        let card = ask.card
        let ratio = try ask.parameter("ratio")?.string
        let table = card.traits["sizeTable"]?.string ?? ""
        var resolution = try ask.parameter("resolution")?.string ?? Self.standardResolution
        if let text = try ask.parameter("size")?.string, let exact = PixelSize(text) {
            size = exact
            resolution = "\(exact.resolution())P"
        } else {
            let follows = ratio == nil || ratio == "adaptive"
            let shape = follows ? inspection.picture?.ratio ?? "16:9" : ratio ?? "16:9"
            size = ask.service.world.media.pixels(resolution, ratio: shape, table: table) ?? PixelSize(1280, 720)
        }
        let wanted = try ask.parameter("duration")?.int ?? 5
        if inspection.videos > 0, let longest = card.traits["longestWithVideo"]?.int, wanted > longest {
            throw ServiceError("media_parameter", ["value": "duration must be in [2, \(longest)] with a video"])
        }
        let output = wanted > 0 ? Double(wanted) : Self.inputSeconds
        seconds = output
        let toggle = card.traits["soundSwitch"]?.string
        let isOn = toggle.flatMap { ask.parameters[$0]?.bool } ?? true
        hasSound = card.traits["sound"] == true && isOn
        let extends = ask.parameters["prompt_extend"]?.bool ?? true
        rewritesPrompt = card.traits["usage"] == "ratio" && extends
        let isBoth = card.traits["billed"] == "both"
        let input = isBoth ? min(Self.inputSeconds, Double(inspection.videos) * Self.inputSeconds) : 0
        let rate = size.resolution()
        usage = Self.usage(
            ask, size: size, ratio: ratio ?? size.ratio, input: input, output: output,
            rate: Int(resolution.dropLast()) ?? rate,
            hasSound: hasSound)
        let name = !isOn && card.traits["silentPrice"] != nil ? "silentPrice" : "price"
        let price = card.price(region: ask.context.endpoint.region, resolution: Int(resolution.dropLast()), table: name)
        charge = ask.charge(
            .second, input + output, price: price, detail: "\(resolution) \(size.text)\(hasSound ? "" : " silent")")
    }

    private static func usage(
        _ ask: MediaAsk, size: PixelSize, ratio: String, input: Double, output: Double, rate: Int, hasSound: Bool
    ) -> JSON {
        let form = ask.card.traits["usage"]?.string ?? "ratio"
        let hasFractions = form == "seconds+fps" || ask.card.traits["floats"] == true
        func time(_ seconds: Double) -> JSON { hasFractions ? .number(seconds) : .integer(Int(seconds)) }
        switch form {
        case "ratio": return ["video_duration": time(output), "video_ratio": .string(size.text), "video_count": 1]
        case "rate": return ["video_duration": time(output), "video_count": 1, "SR": .integer(rate)]
        case "standard": return ["video_duration": .number(output), "video_ratio": "standard", "video_count": 1]
        default: break
        }
        var usage: JSONObject = [
            "video_count": 1, "duration": time(input + output), "input_video_duration": time(input),
            "output_video_duration": time(output), "SR": .integer(rate),
        ]
        if ask.card.parameter("size") != nil { usage["size"] = .string(size.text) }
        if form != "seconds" { usage["ratio"] = .string(ratio == "adaptive" ? size.ratio : ratio) }
        if form == "seconds+fps" { usage["fps"] = ask.card.traits["fps"] }
        if ask.card.traits["silentPrice"] != nil { usage["audio"] = .bool(hasSound) }
        return .object(usage)
    }
}
