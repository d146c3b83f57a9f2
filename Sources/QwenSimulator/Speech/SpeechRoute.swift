#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Speech over HTTP: a file at once, or samples piece by piece in a native stream.
struct SpeechRoute {
    private static let qwenRate = 24_000
    private static let rates = [8000, 16_000, 22_050, 24_000, 44_100, 48_000]
    private static let languages = [
        "Auto", "Chinese", "English", "German", "Italian", "Portuguese", "Spanish", "Japanese", "Korean", "French",
        "Russian",
    ]

    let ask: MediaAsk

    /// The synthesizer of the other family takes a format and a rate and reports sentences.
    private var isSynthesizer: Bool { ask.card.traits["socket"] != nil }

    func reply() throws(ServiceError) -> Reply {
        let text = try text()
        let voice = try voice()
        let format = try format()
        let rate = try rate()
        let recipe = SoundRecipe(text: text, voice: voice, rate: rate)
        let file = SoundFile(recipe: recipe, format: format)
        let price = ask.card.price(region: ask.context.endpoint.region)
        ask.service.charges.add(ask.charge(.character, Double(text.count), price: price, detail: voice))
        // The service signs plain http addresses here.
        let url = ask.publish("\(ask.context.requestID).\(format)", type: file.type, isSecure: false) { file.bytes() }
        guard ask.context.wantsNativeStream else {
            return .json(body(audio: audio(url: url), finish: "stop", usage: usage(text, recipe)))
        }
        return .events(.steps(steps(text, recipe, file: file, url: url)))
    }

    private func text() throws(ServiceError) -> String {
        guard let text = ask.input["text"]?.string, !text.isEmpty else {
            throw ServiceError("field_required", ["value": "input.text"])
        }
        let longest = ask.card.traits["longest"]?.int ?? 600
        guard text.count <= longest else { throw ServiceError("input_length", ["max": String(longest)]) }
        return text
    }

    private func voice() throws(ServiceError) -> String {
        guard let voice = ask.input["voice"]?.string, !voice.isEmpty else {
            throw ServiceError("field_required", ["value": "input.voice"])
        }
        guard ask.service.voices.has(voice, for: ask.card, on: ask.context.endpoint) else {
            throw ServiceError("media_parameter", ["value": "Voice '\(voice)' is not supported."])
        }
        if let language = ask.input["language_type"]?.string, !isSynthesizer, !Self.languages.contains(language) {
            throw ServiceError("media_parameter", ["value": "language_type must be in \(Self.languages)"])
        }
        return voice
    }

    private func format() throws(ServiceError) -> String {
        guard isSynthesizer else { return "wav" }
        let format = ask.input["format"]?.string ?? "mp3"
        guard SoundFile.formats.contains(format) else {
            throw ServiceError("media_parameter", ["value": "format must be in \(SoundFile.formats)"])
        }
        return format
    }

    private func rate() throws(ServiceError) -> Int {
        guard isSynthesizer else { return Self.qwenRate }
        let rate = ask.input["sample_rate"]?.int ?? 22_050
        guard Self.rates.contains(rate) else {
            throw ServiceError("media_parameter", ["value": "sample_rate must be in \(Self.rates)"])
        }
        return rate
    }

    private func audio(data: String = "", url: String = "") -> JSON {
        let expires = Int(ask.service.now().timeIntervalSince1970 + TaskRecord.lifetime)
        return [
            "data": .string(data), "url": .string(url), "id": .string("audio_\(ask.context.requestID)"),
            "expires_at": .integer(expires),
        ]
    }

    private func body(audio: JSON, finish: String, usage: JSON, more: JSONObject = [:]) -> JSON {
        let output: JSONObject = [
            "text": nil, "choices": nil, "finish_reason": .string(finish), "audio": audio,
        ]
        return [
            "request_id": .string(ask.context.requestID), "output": .object(output.merging(more)), "usage": usage,
        ]
    }

    private func usage(_ text: String, _ recipe: SoundRecipe) -> JSON {
        guard ask.card.traits["usage"] == "tokens" else {
            return ["input_tokens": 0, "output_tokens": 0, "characters": .integer(text.count)]
        }
        let (input, output) = (TokenSplitter.count(text), Int(recipe.seconds * 50))
        return [
            "input_tokens": .integer(input), "output_tokens": .integer(output),
            "total_tokens": .integer(input + output),
        ]
    }

    private func steps(_ text: String, _ recipe: SoundRecipe, file: SoundFile, url: String) -> [ReplyStep] {
        let errors = ask.service.errorWriter
        let context = ask.context
        var script = FrameScript(faults: context.faults, pace: ask.service.configuration.chunkDelay) { name in
            errors.frame(name, values: [:], in: context, number: 99)
        }
        var number = 0
        func frame(_ body: JSON, _ kind: Frame.Kind = .data) -> Frame {
            number += 1
            return Frame(kind, "id:\(number)\nevent:result\n:HTTP_STATUS/200\ndata:\(body.text)\n\n")
        }
        let partial = usage(String(text.prefix(1)), recipe)
        var frames: [Frame] = []
        if isSynthesizer { frames.append(frame(sentence("sentence-begin", text, usage: partial))) }
        for piece in file.pieces {
            let audio = audio(data: piece)
            let more: JSONObject = isSynthesizer ? Self.sentenceFields("sentence-synthesis", text) : [:]
            frames.append(frame(body(audio: audio, finish: "null", usage: partial, more: more)))
        }
        if isSynthesizer { frames.append(frame(sentence("sentence-end", text, usage: usage(text, recipe)))) }
        frames.append(frame(body(audio: audio(url: url), finish: "stop", usage: usage(text, recipe)), .finish))
        return frames.flatMap { script.steps(for: $0) }
    }

    private func sentence(_ type: String, _ text: String, usage: JSON) -> JSON {
        body(audio: audio(), finish: "null", usage: usage, more: Self.sentenceFields(type, text))
    }

    private static func sentenceFields(_ type: String, _ text: String) -> JSONObject {
        ["type": .string(type), "original_text": .string(text), "sentence": ["index": 0, "words": []]]
    }
}
