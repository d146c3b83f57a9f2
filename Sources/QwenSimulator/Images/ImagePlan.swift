/// Which pictures will be made and what they cost.
struct ImagePlan {
    private static let border = 2_250_000

    let card: MediaCard
    let prompt: ImagePrompt
    let size: PixelSize
    let count: Int
    let extends: Bool
    let isInterleaved: Bool
    let charge: Charge

    init(ask: MediaAsk, prompt: ImagePrompt) throws(ServiceError) {
        card = ask.card
        self.prompt = prompt
        extends = try ask.parameter("prompt_extend")?.bool ?? false
        isInterleaved = Self.isInterleaved(ask)
        count = try Self.count(ask)
        size = try Self.size(ask, prompt)
        let isDear = extends && card.traits["extendedPrice"] != nil
        let price = card.price(region: ask.context.endpoint.region, table: isDear ? "extendedPrice" : "price")
        charge = ask.charge(.image, Double(count), price: price, detail: size.text)
    }

    /// The card, or what it says of words and pictures in turn.
    static func rules(_ ask: MediaAsk) -> JSON {
        (isInterleaved(ask) ? ask.card.traits["interleave"] : nil) ?? ask.card.traits
    }

    private static func isInterleaved(_ ask: MediaAsk) -> Bool {
        ask.card.traits["interleave"] != nil && ask.parameters["enable_interleave"]?.bool == true
    }

    private static func count(_ ask: MediaAsk) throws(ServiceError) -> Int {
        if isInterleaved(ask) { return try pictures(ask) }
        let isSequence = ask.parameters["enable_sequential"]?.bool == true
        let rule = (isSequence ? ask.card.traits["sequential"] : nil) ?? ask.card.traits["count"]
        let least = rule?["from"]?.int ?? 1
        let most = rule?["to"]?.int ?? 1
        guard let wanted = ask.parameters["n"] else { return rule?["default"]?.int ?? 1 }
        guard let number = wanted.int, number >= least, number <= most else {
            throw ImageRoute.refusal("n must be in [\(least), \(most)]")
        }
        return number
    }

    /// How many pictures a story has: those that it may have, less one that it does without.
    private static func pictures(_ ask: MediaAsk) throws(ServiceError) -> Int {
        let rule = rules(ask)["pictures"]
        let bounds = (rule?["from"]?.int ?? 1)...(rule?["to"]?.int ?? 1)
        guard ask.parameters["n"]?.int ?? 1 == 1 else { throw ImageRoute.refusal("n must be 1") }
        guard let wanted = ask.parameters["max_images"] ?? rule?["default"], let most = wanted.int,
            bounds.contains(most)
        else { throw ImageRoute.refusal("max_images must be in [\(bounds.lowerBound), \(bounds.upperBound)]") }
        return max(1, most - 1)
    }

    private static func size(_ ask: MediaAsk, _ prompt: ImagePrompt) throws(ServiceError) -> PixelSize {
        let isGiven = ask.parameters["size"] != nil
        if !isGiven, prompt.images > 0, let shape = prompt.last?.ratio, let own = PixelSize(shape, mark: ":") {
            // About a million pixels in the shape of the last picture.
            let side = (1_048_576.0 * Double(own.width) / Double(own.height)).squareRoot()
            let width = Int((side / 16).rounded()) * 16
            return PixelSize(max(16, width), max(16, 1_048_576 / max(16, width) / 16 * 16))
        }
        if isInterleaved(ask) { return try interleavedSize(ask) }
        let isSmall = prompt.images > 0 || ask.parameters["enable_sequential"]?.bool == true
        let text = try ask.parameter("size", hasImages: isSmall)?.string ?? "1024*1024"
        if case .size(let rule)? = ask.card.parameter("size")?.form,
            let size = rule.pixels(text, hasImages: isSmall)
        {
            return size
        }
        return PixelSize(text) ?? PixelSize(1024, 1024)
    }

    private static func interleavedSize(_ ask: MediaAsk) throws(ServiceError) -> PixelSize {
        guard let text = ask.parameters["size"]?.string else { return PixelSize(1024, 1024) }
        let bounds = rules(ask)["area"]?.array?.compactMap(\.int) ?? [1, .max]
        guard let size = PixelSize(text), (bounds[0]...bounds[1]).contains(size.area) else {
            throw ImageRoute.refusal("size area must be in [\(bounds[0]), \(bounds[1])]")
        }
        return size
    }

    func output(_ urls: [String], isTask: Bool) -> JSONObject {
        if card.traits["result"] == "image_url" { return ["image_url": .string(urls.first ?? "")] }
        if isInterleaved { return story(urls) }
        if card.traits["result"] == "results" || (isTask && card.traits["shape"] == "qwen" && !hasChoicesAsTask) {
            return results(urls)
        }
        let isWan = card.traits["shape"] == "wan"
        func picture(_ url: String) -> JSON {
            isWan ? ["type": "image", "image": .string(url)] : ["image": .string(url)]
        }
        func choice(_ content: [JSON]) -> JSON {
            var message: JSONObject = ["role": "assistant", "content": .array(content)]
            if card.traits["extendedPrice"] != nil {
                message["reasoning_content"] = .string(extends ? "A short prompt becomes a longer one." : "")
            }
            return ["finish_reason": "stop", "message": .object(message)]
        }
        let text: [JSON] = card.traits["extendedPrice"] != nil ? [["text": .string(prompt.text)]] : []
        let choices = isWan ? urls.map { choice([picture($0)]) } : [choice(urls.map(picture) + text)]
        var output: JSONObject = ["choices": .array(choices)]
        if isWan { output["finished"] = true }
        return output
    }

    /// Words and pictures in turn.
    private func story(_ urls: [String]) -> JSONObject {
        let content = urls.enumerated().flatMap { index, url -> [JSON] in
            [
                ["type": "text", "text": .string("Part \(index + 1): \(prompt.text)")],
                ["type": "image", "image": .string(url)],
            ]
        }
        let message: JSON = ["role": "assistant", "content": .array(content)]
        return ["choices": [["finish_reason": "stop", "message": message]], "finished": true]
    }

    private var hasChoicesAsTask: Bool { card.async.contains("aigc/image-generation/generation") }

    private func results(_ urls: [String]) -> JSONObject {
        let entries = urls.map { url -> JSON in
            [
                "url": .string(url), "orig_prompt": .string(prompt.text),
                "actual_prompt": .string(prompt.text + ", detailed"),
            ]
        }
        let metrics: JSON = ["TOTAL": .integer(count), "SUCCEEDED": .integer(count), "FAILED": 0]
        return ["results": .array(entries), "task_metrics": metrics]
    }

    var usage: JSON {
        switch card.traits["usage"]?.string {
        case "size"?:
            return [
                "image_count": .integer(count), "size": .string(size.text), "input_tokens": 40,
                "output_tokens": .integer(count * 2), "total_tokens": .integer(40 + count * 2),
            ]
        case "counts"?:
            return [
                "output_width": .integer(size.width), "output_height": .integer(size.height),
                "input_image_count": .integer(prompt.images), "input_image_type": "qima_input_1k",
                "output_image_count": .integer(count),
                "output_image_type": size.area > Self.border ? "qima_output_2k" : "qima_output_1k",
            ]
        case "count"?: return ["image_count": .integer(count)]
        default:
            return [
                "image_count": .integer(count), "width": .integer(size.width), "height": .integer(size.height),
            ]
        }
    }
}
