import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Speech.
extension AudioRoutes {
    /// Voices of OpenAI's own. Many clients name one whether anybody asked for it or not; ours have other names.
    private static let foreignVoices: Set = [
        "alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer",
        "verse",
    ]

    func speak(_ call: MediaCall) throws -> MediaAnswer {
        var members = try MediaMembers(call)
        let name = try members.text("model")
        var request = SpeechRequest(text: try members.text("input") ?? "")
        var adjustments = try read(&members, into: &request)
        let asked = try members.word("response_format", of: ["mp3", "opus", "aac", "flac", "wav", "pcm"])
        let isEvents = try members.word("stream_format", of: ["audio", "sse"]) == "sse"
        let ways = try prepare(&request, format: asked, named: name, &adjustments)
        let client = MediaClient(call.call.admission)
        try client.permit(ways[0].reference.description)
        adjustments += members.rest()
        let answers = ways.map { way in
            var answer = isEvents ? events(way, call.call.id, client) : sound(way, call.call.id, client)
            answer.requested = name
            answer.account = AccessEntry.ChatAccount(
                model: way.reference.description, endpoint: way.endpoint.id.rawValue, attempts: 1,
                adjustments: adjustments + Self.adjustments(of: way.plan))
            return answer
        }
        var first = answers[0]
        first.successors = Array(answers.dropFirst())
        return first
    }

    private func read(
        _ members: inout MediaMembers, into request: inout SpeechRequest
    ) throws(InferenceError) -> [Adjustment] {
        request.instructions = try members.text("instructions")
        request.speed = try members.number("speed")
        request.language = try members.text("language")
        request.options = try members.object("parameters") ?? JSONObject()
        let voice = members.value("voice")
        request.voice = voice?.string ?? voice?.object?["id"]?.string
        guard let wanted = request.voice, Self.foreignVoices.contains(wanted.lowercased()) else { return [] }
        request.voice = nil
        return [Adjustment(rule: "voice-replaced", message: "the usual voice of the model instead of \(wanted)")]
    }

    /// What nobody chose is MP3, as clients expect it, or samples where the model makes no MP3.
    private func prepare(
        _ request: inout SpeechRequest, format: String?, named name: String?, _ adjustments: inout [Adjustment]
    ) throws(InferenceError) -> [PreparedSpeech] {
        let name = name.flatMap { ChatDesk.defaultNames.contains($0) ? nil : $0 }
        request.format = format.map { SoundFormat(ending: $0) } ?? .mp3
        // As clients play it that are not told.
        if request.format == .pcm { request.sampleRate = 24_000 }
        do throws(InferenceError) {
            return try speech.prepareAll(request, named: name)
        } catch {
            guard format == nil else { throw error }
            request.format = .wav
            let prepared = try speech.prepareAll(request, named: name)
            adjustments.append(Adjustment(rule: "format-replaced", message: "wav, because the model makes no mp3"))
            return prepared
        }
    }

    private static func adjustments(of plan: SpeechPlan) -> [Adjustment] {
        plan.normalizations.map {
            Adjustment(rule: "media-normalized", message: "\($0.name): \($0.applied) instead of \($0.requested)")
        } + plan.ignored.map { Adjustment(rule: "media-ignored", message: "the model has no \($0.name)") }
    }

    private func admit(_ prepared: PreparedSpeech, for client: MediaClient) throws(InferenceError) {
        if !prepared.isIncluded { try media.desk.admit(prepared.plan.cost, for: client) }
    }

    private func sound(_ prepared: PreparedSpeech, _ id: String, _ client: MediaClient) -> MediaAnswer {
        let plan = prepared.plan
        return MediaAnswer(contentType: plan.format.mediaType) { hear in
            try admit(prepared, for: client)
            var header = plan.format == .wav ? WaveHeader(sampleRate: plan.sampleRate).bytes : []
            _ = try await speaker.speak(prepared, callID: id, owner: client.name) { bytes in
                try await hear(header + bytes)
                header = []
            }
        }
    }

    private func events(_ prepared: PreparedSpeech, _ id: String, _ client: MediaClient) -> MediaAnswer {
        let plan = prepared.plan
        let breaking: @Sendable (InferenceError) -> [UInt8] = { error in
            Self.event([
                "type": "error", "error": OpenAIErrorDocument(error, callID: id).json["error"] ?? .null,
            ])
        }
        return MediaAnswer(contentType: "text/event-stream", breaking: breaking) { hear in
            try admit(prepared, for: client)
            var header = plan.format == .wav ? WaveHeader(sampleRate: plan.sampleRate).bytes : []
            let outcome = try await speaker.speak(prepared, callID: id, owner: client.name) { bytes in
                let audio = Data(header + bytes).base64EncodedString()
                header = []
                try await hear(Self.event(["type": "speech.audio.delta", "audio": .string(audio)]))
            }
            let count = outcome.characters ?? plan.characters
            try await hear(
                Self.event([
                    "type": "speech.audio.done",
                    "usage": ["input_tokens": .int(count), "output_tokens": 0, "total_tokens": .int(count)],
                ]))
        }
    }

    static func event(_ json: JSONValue) -> [UInt8] { Array("data: ".utf8) + json.serialized() + Array("\n\n".utf8) }
}
