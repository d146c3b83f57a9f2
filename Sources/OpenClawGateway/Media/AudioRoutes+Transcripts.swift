import Inference
import OpenClawHost

// Recordings.
extension AudioRoutes {
    func transcribe(_ call: MediaCall) async throws -> MediaAnswer {
        var members = try MediaMembers(call)
        let name = try members.text("model")
        let format =
            try members.word("response_format", of: ["json", "text", "srt", "vtt", "verbose_json", "diarized_json"])
            ?? "json"
        let isEvents = try members.flag("stream") == true
        let inputs = try await recording(call, &members)
        var request = TranscriptionRequest(input: inputs.inputs[0])
        request.language = try members.text("language")
        request.prompt = try members.text("prompt")
        request.format = ["srt": .srt, "vtt": .vtt][format] ?? .json
        request.wantsSpeakers = try members.flag("diarize") ?? (format == "diarized_json")
        request.wantsWords = format == "verbose_json" && members.names("timestamp_granularities").contains("word")
        let client = MediaClient(call.call.admission)
        let prepared = try prepare(request, named: name, format: format)
        try client.permit(prepared.reference.description)
        let made = try await media.desk.make(
            [prepared.generation], as: TranscriptOutput(request.format), for: client,
            mark: try call.mark(inputs, media.desk), until: .end)
        withExtendedLifetime(inputs) {}
        let transcript = try StoredTranscript.read(of: made.job)
        var answer = isEvents ? Self.events(transcript) : Self.answer(transcript, as: format)
        answer.requested = name
        answer.account = MediaRoutes.account(made, members.rest())
        answer.fields.append(("x-openclaw-job", made.job.id))
        return answer
    }

    private func prepare(
        _ request: TranscriptionRequest, named name: String?, format: String
    ) throws(InferenceError) -> PreparedTranscription {
        let name = name.flatMap { ChatDesk.defaultNames.contains($0) ? nil : $0 }
        guard format == "verbose_json", !request.wantsWords else {
            return try transcription.prepare(request, named: name)
        }
        // Times of sentences are told where the model has them; a model that was named needs none.
        var timed = request
        timed.format = .vtt
        if let prepared = try? transcription.prepare(timed, named: name) { return prepared }
        return try transcription.prepare(request, named: name)
    }

    private func recording(_ call: MediaCall, _ members: inout MediaMembers) async throws -> MediaInputs {
        var inputs = MediaInputs(media.folder, callID: call.call.id)
        if let file = call.form?.files.first(where: { $0.name == "file" }) {
            try await inputs.add(recording: file)
        } else if let address = try members.text("url") {
            try await inputs.add(address: address, called: "url", kinds: [.audio], role: .recording)
        } else {
            throw MediaMembers.refusal("file", "a recording")
        }
        return inputs
    }

    private static func answer(_ transcript: Transcript, as format: String) -> MediaAnswer {
        let writer = TranscriptWriter()
        let text = { (format: TranscriptFormat) in
            MediaAnswer(
                contentType: "\(format.mediaType); charset=utf-8",
                body: [.bytes(Array(writer.write(transcript, as: format).utf8))])
        }
        switch format {
        case "text": return text(.text)
        case "srt": return text(.srt)
        case "vtt": return text(.vtt)
        case "verbose_json": return MediaAnswer(verbose(transcript))
        case "diarized_json": return MediaAnswer(diarized(transcript))
        default: return MediaAnswer(["text": .string(transcript.text)])
        }
    }

    private static func verbose(_ transcript: Transcript) -> JSONValue {
        var object = transcript.json.object ?? JSONObject()
        object["task"] = "transcribe"
        object["language"] = .string(transcript.language ?? "")
        let last = transcript.segments.map(\.end).max() ?? 0
        object["duration"] = .number(JSONNumber(transcript.seconds ?? Double(last) / 1000))
        let segments = object["segments"]?.array ?? []
        let words = segments.flatMap { $0["words"]?.array ?? [] }
        if !words.isEmpty { object["words"] = .array(words) }
        return .object(object)
    }

    private static func diarized(_ transcript: Transcript) -> JSONValue {
        var object = verbose(transcript).object ?? JSONObject()
        object["words"] = nil
        object["segments"] = .array(
            transcript.segments.enumerated().map { index, segment in
                [
                    "id": .string("seg_\(index)"), "type": "transcript.text.segment",
                    "start": .number(JSONNumber(Double(segment.begin) / 1000)),
                    "end": .number(JSONNumber(Double(segment.end) / 1000)), "text": .string(segment.text),
                    "speaker": .string(segment.speaker.map { "speaker_\($0)" } ?? "speaker_1"),
                ]
            })
        return .object(object)
    }

    /// Transcripts come whole; clients that want a stream get one of two events.
    private static func events(_ transcript: Transcript) -> MediaAnswer {
        MediaAnswer(
            contentType: "text/event-stream",
            body: [
                .bytes(
                    event(["type": "transcript.text.delta", "delta": .string(transcript.text)])
                        + event(["type": "transcript.text.done", "text": .string(transcript.text)]))
            ])
    }
}
