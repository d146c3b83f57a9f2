/// Which pictures will be made and what they cost.
struct ImagePlan {
    private static let border = 2_250_000

    let card: MediaCard
    let prompt: ImagePrompt
    let size: PixelSize
    let count: Int
    let extends: Bool
    let charge: Charge

    init(ask: MediaAsk, prompt: ImagePrompt) throws(ServiceError) {
        card = ask.card
        self.prompt = prompt
        extends = try ask.parameter("prompt_extend")?.bool ?? false
        count = try Self.count(ask)
        size = try Self.size(ask, prompt)
        let isDear = extends && card.traits["extendedPrice"] != nil
        let price = card.price(region: ask.context.endpoint.region, table: isDear ? "extendedPrice" : "price")
        charge = ask.charge(.image, Double(count), price: price, detail: size.text)
    }

    private static func count(_ ask: MediaAsk) throws(ServiceError) -> Int {
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

    private static func size(_ ask: MediaAsk, _ prompt: ImagePrompt) throws(ServiceError) -> PixelSize {
        let isGiven = ask.parameters["size"] != nil
        if !isGiven, prompt.images > 0, let shape = prompt.last?.ratio, let own = PixelSize(shape, mark: ":") {
            // About a million pixels in the shape of the last picture.
            let side = (1_048_576.0 * Double(own.width) / Double(own.height)).squareRoot()
            let width = Int((side / 16).rounded()) * 16
            return PixelSize(max(16, width), max(16, 1_048_576 / max(16, width) / 16 * 16))
        }
        let text = try ask.parameter("size", hasImages: prompt.images > 0)?.string ?? "1024*1024"
        if case .size(let rule)? = ask.card.parameter("size")?.form,
            let size = rule.pixels(text, hasImages: prompt.images > 0)
        {
            return size
        }
        return PixelSize(text) ?? PixelSize(1024, 1024)
    }

    func output(_ urls: [String], isTask: Bool) -> JSONObject {
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
