/// Speech in a session: whole sentences are spoken as they come, the rest when it is committed or the session ends.
struct RealtimeSpeech: Sendable {
    private static let formats = ["pcm", "wav", "mp3", "opus"]
    private static let rates = [8000, 16_000, 24_000, 48_000]

    let card: MediaCard
    private var speech: SocketSpeech?
    private var commits = true
    private var responses = 0
    private var waiting = ""

    init(card: MediaCard) { self.card = card }

    var characters: Int { speech?.characters ?? 0 }

    mutating func receive(
        _ type: String, _ message: JSON, voices: VoiceBook, endpoint: EndpointCard
    ) -> [RealtimeStep] {
        switch type {
        case "session.update": return update(message["session"] ?? [:], voices, endpoint)
        case "input_text_buffer.append": return append(message["text"]?.string ?? "")
        case "input_text_buffer.commit":
            guard speech != nil, !waiting.isEmpty else { return [.complaint("invalid_value", "the buffer is empty")] }
            return [.event("input_text_buffer.committed", ["item_id": "item_buffer"])] + speak(all: true)
        case "input_text_buffer.clear":
            waiting = ""
            return [.event("input_text_buffer.cleared", [:])]
        case "session.finish": return speak(all: true) + [.over]
        case "response.cancel": return []
        default: return [.complaint("invalid_value", "Invalid event type: \(type)")]
        }
    }

    private mutating func update(_ session: JSON, _ voices: VoiceBook, _ endpoint: EndpointCard) -> [RealtimeStep] {
        let voice = session["voice"]?.string ?? ""
        guard voices.has(voice, for: card, on: endpoint) else {
            return [.complaint("invalid_value", "Voice '\(voice)' is not supported.")]
        }
        let format = session["response_format"]?.string ?? "pcm"
        let rate = session["sample_rate"]?.int ?? 24_000
        let isOld = card.traits["usage"] == "tokens"
        guard Self.formats.contains(format), Self.rates.contains(rate), !isOld || format == "pcm" && rate == 24_000
        else {
            return [.complaint("invalid_value", "response_format or sample_rate is not supported")]
        }
        for name in ["speech_rate", "pitch_rate"] {
            guard (0.5...2).contains(session[name]?.double ?? 1) else {
                return [.complaint("invalid_value", "\(name) must be in [0.5, 2]")]
            }
        }
        commits = session["mode"]?.string != "commit"
        speech = SocketSpeech(
            card: card,
            parameters: ["voice": .string(voice), "format": .string(format), "sample_rate": .integer(rate)],
            cutAfter: nil)
        return [.event("session.updated", [:])]
    }

    private mutating func append(_ text: String) -> [RealtimeStep] {
        guard speech != nil else { return [.complaint("invalid_value", "the session has no voice yet")] }
        waiting += text
        return commits ? speak(all: false) : []
    }

    private mutating func speak(all: Bool) -> [RealtimeStep] {
        guard var speech else { return [] }
        do {
            try speech.take(waiting)
        } catch {
            return [.complaint("invalid_value", "the text is longer than allowed")]
        }
        waiting = ""
        var steps: [RealtimeStep] = []
        for sentence in speech.sentences(all: all) { steps += respond(to: sentence, &speech) }
        self.speech = speech
        return steps
    }

    private mutating func respond(to sentence: String, _ speech: inout SocketSpeech) -> [RealtimeStep] {
        responses += 1
        let before = speech.characters
        let response = JSON.string("resp_\(responses)")
        let place: JSONObject = [
            "response_id": response, "item_id": .string("item_\(responses)"), "output_index": 0, "content_index": 0,
        ]
        var steps: [RealtimeStep] = [
            .event("response.created", ["response": ["id": response, "status": "in_progress"]]),
            .event("response.output_item.added", place), .event("response.content_part.added", place),
        ]
        for part in speech.say(sentence) {
            if case .sound(let bytes) = part { steps.append(.sound("response.audio.delta", bytes, place)) }
        }
        for type in ["response.content_part.done", "response.output_item.done", "response.audio.done"] {
            steps.append(.event(type, place))
        }
        let usage: JSON = ["characters": .integer(speech.characters - before)]
        steps.append(.event("response.done", ["response": ["id": response, "status": "completed", "usage": usage]]))
        return steps
    }
}
