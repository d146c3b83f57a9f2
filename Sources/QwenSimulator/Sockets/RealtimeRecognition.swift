#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A recording that arrives in a session: by itself the service finds where speech begins and ends; in manual mode it waits for
/// a commit.
struct RealtimeRecognition: Sendable {
    private static let largest = 15 << 20

    let card: MediaCard
    private var rate = 16_000
    private var language = "en"
    private var isManual = false
    private var isReady = false
    private var bytes = 0
    private var told = 0

    init(card: MediaCard) { self.card = card }

    /// Raw samples of 16 bits are assumed whatever the format.
    var seconds: Double { Double(bytes) / Double(rate * 2) }

    mutating func receive(_ type: String, _ message: JSON) -> [RealtimeStep] {
        switch type {
        case "session.update": return update(message["session"] ?? [:])
        case "input_audio_buffer.append": return append(message["audio"]?.string ?? "")
        case "input_audio_buffer.commit":
            guard isManual, bytes > 0 else {
                return [.complaint("invalid_value", "the buffer is empty, or the service commits by itself")]
            }
            return [.event("input_audio_buffer.committed", ["item_id": "item_1"])] + heard(isLast: true)
        case "input_audio_buffer.clear":
            bytes = 0
            return [.event("input_audio_buffer.cleared", [:])]
        case "session.finish": return (isManual ? [] : heard(isLast: true)) + [.over]
        default: return [.complaint("invalid_value", "Invalid event type: \(type)")]
        }
    }

    private mutating func update(_ session: JSON) -> [RealtimeStep] {
        let format = session["input_audio_format"]?.string ?? "pcm"
        rate = session["sample_rate"]?.int ?? 16_000
        guard format.hasPrefix("pcm") || format == "opus", [8000, 16_000].contains(rate) else {
            return [.complaint("invalid_value", "input_audio_format or sample_rate is not supported")]
        }
        language = session["input_audio_transcription"]?["language"]?.string ?? "en"
        isManual = session.object?["turn_detection"]?.isNull ?? false
        isReady = true
        return [.event("session.updated", [:])]
    }

    private mutating func append(_ text: String) -> [RealtimeStep] {
        guard isReady else { return [.complaint("invalid_value", "the session was not updated yet")] }
        guard text.utf8.count <= Self.largest, let data = Data(base64Encoded: text) else {
            return [.complaint("invalid_value", "audio must be base64 of at most 15 MiB")]
        }
        bytes += data.count
        return isManual ? [] : heard(isLast: false)
    }

    private mutating func heard(isLast: Bool) -> [RealtimeStep] {
        // Less than this is no speech yet.
        guard seconds >= 0.1 else { return [] }
        let sentences = Recording(seconds: seconds, salt: card.id).sentences()
        let finished = isLast ? sentences.count : max(told, sentences.count - 1)
        var steps: [RealtimeStep] = []
        for index in told..<max(told, finished) { steps += completed(sentences[index], number: index + 1) }
        told = max(told, finished)
        return steps
    }

    private func completed(_ sentence: Recording.Sentence, number: Int) -> [RealtimeStep] {
        let item: JSONObject = ["item_id": .string("item_\(number)")]
        func members(_ more: JSONObject) -> JSONObject {
            var object = item
            for member in more.members { object[member.key] = member.value }
            return object
        }
        let prefix = "conversation.item.input_audio_transcription."
        let words = sentence.text.split(separator: " ")
        let said: JSONObject = ["language": .string(language), "emotion": "neutral"]
        var steps: [RealtimeStep] = []
        if !isManual {
            steps = [
                .event("input_audio_buffer.speech_started", members(["audio_start_ms": .integer(sentence.begin)])),
                .event("input_audio_buffer.speech_stopped", members(["audio_end_ms": .integer(sentence.end)])),
                .event("input_audio_buffer.committed", item),
            ]
        }
        steps.append(
            .event("conversation.item.created", ["item": ["id": .string("item_\(number)"), "type": "message"]]))
        let open: JSONObject = [
            "text": .string(words.dropLast().joined(separator: " ")),
            "stash": .string(words.last.map(String.init) ?? ""),
        ]
        steps.append(.event(prefix + "text", members(open).merging(said)))
        steps.append(.event(prefix + "completed", members(["transcript": .string(sentence.text)]).merging(said)))
        return steps
    }
}
