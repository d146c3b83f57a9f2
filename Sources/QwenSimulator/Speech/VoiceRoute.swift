#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes, lists and removes voices of a user's own. Three models do that, with words of their own each.
struct VoiceRoute {
    let ask: MediaAsk

    /// What the voices of the maker are: `clone`, `design`, or `cosy` for both.
    private var way: String { ask.card.traits["way"]?.string ?? "" }
    private var isCosy: Bool { way == "cosy" }
    private var region: String { ask.context.endpoint.region }
    private var member: String { isCosy ? "voice_id" : "voice" }
    private var book: VoiceBook { ask.service.voices }

    func reply() throws(ServiceError) -> Reply {
        let action = ask.input["action"]?.string ?? ""
        let output: JSON
        var count = 0
        switch (isCosy ? action.replacing("_voice", with: "") : action, isCosy == action.hasSuffix("_voice")) {
        case ("create", true):
            output = try create()
            count = 1
        case ("list", true): output = list()
        case ("query", true) where way != "clone": output = describe(try known())
        case ("update", true) where isCosy:
            let entry = try known()
            book.update(entry.name, in: region, source: try text("url"))
            output = [:]
        case ("delete", true):
            let entry = try known()
            book.remove(entry.name, in: region)
            output = isCosy ? [:] : ["voice": .string(entry.name)]
        default: throw ServiceError("media_parameter", ["value": "input.action '\(action)' is not supported"])
        }
        return .json([
            "output": output, "usage": ["count": .integer(count)], "request_id": .string(ask.context.requestID),
        ])
    }

    private func text(_ name: String) throws(ServiceError) -> String {
        guard let text = ask.input[name]?.string, !text.isEmpty else {
            throw ServiceError("field_required", ["value": "input.\(name)"])
        }
        return text
    }

    private func known() throws(ServiceError) -> VoiceBook.Entry {
        let name = try text(member)
        guard let entry = book.entry(name, in: region), entry.maker == ask.card.id else {
            throw ServiceError("media_parameter", ["value": "Voice '\(name)' is not found."])
        }
        return entry
    }

    private func create() throws(ServiceError) -> JSON {
        let target = try text("target_model")
        guard let card = ask.service.world.media[target], card.traits["own"]?.string == way,
            card.isSold(on: ask.context.endpoint) || card.session(on: ask.context.endpoint) != nil
                || card.socket(on: ask.context.endpoint) != nil
        else { throw ServiceError("media_parameter", ["value": "target_model '\(target)' is not supported"]) }
        let name = try title()
        let isDesign = way == "design" || isCosy && ask.input["voice_prompt"] != nil
        let source = try isDesign ? designed() : recorded()
        let number = String(ask.context.requestID.filter(\.isHexDigit).suffix(8))
        let entry = VoiceBook.Entry(
            name: isCosy ? "\(target)-\(name)-\(number)" : "qwen-tts-\(isDesign ? "vd" : "vc")-\(name)-voice-\(number)",
            maker: ask.card.id, target: target, region: region, language: ask.input["language"]?.string ?? "zh",
            created: ask.service.now(), source: source)
        book.add(entry)
        let price = ask.card.price(region: region)
        ask.service.charges.add(ask.charge(.voice, 1, price: price, detail: target))
        var output: JSONObject = [member: .string(entry.name)]
        if !isCosy { output["target_model"] = .string(target) }
        if isDesign { output["preview_audio"] = preview(entry) } else if !isCosy { output["fallback_mode"] = false }
        return .object(output)
    }

    private func title() throws(ServiceError) -> String {
        let name = try text(isCosy ? "prefix" : "preferred_name")
        let isFine = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || !isCosy && $0 == "_") }
        guard isFine, name.count <= (isCosy ? 10 : 16) else {
            throw ServiceError("media_parameter", ["value": "the name of the voice is not valid"])
        }
        return name
    }

    private func recorded() throws(ServiceError) -> String {
        if isCosy {
            let url = try text("url")
            guard url.hasPrefix("http://") || url.hasPrefix("https://") else { throw ServiceError("media_url_invalid") }
            return url
        }
        guard let data = ask.input["audio"]?["data"]?.string else {
            throw ServiceError("field_required", ["value": "input.audio.data"])
        }
        if data.hasPrefix("https://") || data.hasPrefix("http://") { return data }
        guard data.hasPrefix("data:audio/"), let mark = data.firstRange(of: ";base64,"),
            let bytes = Data(base64Encoded: String(data[mark.upperBound...]))
        else { throw ServiceError("media_url_invalid") }
        guard data.utf8.count <= 10 << 20 else { throw ServiceError("audio_file_size") }
        guard FileKind(Array(bytes)) == .audio else { throw ServiceError("audio_decoder") }
        return "data:"
    }

    private func designed() throws(ServiceError) -> String {
        let prompt = try text("voice_prompt")
        let sample = try text("preview_text")
        guard prompt.count <= (isCosy ? 500 : 2048), sample.count <= (isCosy ? 200 : 1024) else {
            throw ServiceError("input_length", ["max": isCosy ? "500" : "2048"])
        }
        return prompt
    }

    private func preview(_ entry: VoiceBook.Entry) -> JSON {
        let rate = ask.parameters["sample_rate"]?.int ?? 24_000
        let format = ask.parameters["response_format"]?.string ?? "wav"
        let recipe = SoundRecipe(text: ask.input["preview_text"]?.string ?? "", voice: entry.name, rate: rate)
        let bytes = SoundFile(recipe: recipe, format: format).bytes()
        return [
            "data": .string(Data(bytes).base64EncodedString()), "sample_rate": .integer(rate),
            "response_format": .string(format),
        ]
    }

    private func list() -> JSON {
        let size = max(1, ask.input["page_size"]?.int ?? 10)
        let page = max(0, ask.input["page_index"]?.int ?? 0)
        let prefix = ask.input["prefix"]?.string ?? ""
        let all = book.all(of: ask.card.id, in: region).filter {
            prefix.isEmpty || $0.name.contains("-\(prefix)-")
        }
        let entries = all.dropFirst(page * size).prefix(size).map(describe)
        guard !isCosy else { return ["voice_list": .array(entries)] }
        return [
            "page_index": .integer(page), "page_size": .integer(size), "total_count": .integer(all.count),
            "voice_list": .array(entries),
        ]
    }

    private func describe(_ entry: VoiceBook.Entry) -> JSON {
        let created = JSON.string(ServiceTime.text(entry.created))
        var object: JSONObject = [member: .string(entry.name), "gmt_create": created, "gmt_modified": created]
        if isCosy {
            object["status"] = "OK"
            object["resource_link"] = .string(entry.source)
        } else {
            object["target_model"] = .string(entry.target)
            object["language"] = .string(entry.language)
        }
        return .object(object)
    }
}
