/// The file behind a `transcription_url`, in the shape of its family.
struct TranscriptDocument {
    let ask: MediaAsk
    let url: String
    let recording: Recording

    func body(isSingle: Bool) -> JSON {
        let diarizes = ask.parameters["diarization_enabled"]?.bool == true && ask.card.traits["diarizes"] == true
        let speakers = diarizes ? ask.parameters["speaker_count"]?.int ?? 2 : 1
        let channels = ask.parameters["channel_id"]?.array?.compactMap(\.int) ?? [0]
        let sentences = recording.sentences(speakers: speakers)
        let transcripts = channels.map { channel -> JSON in
            var transcript: JSONObject = [
                "channel_id": .integer(channel), "text": .string(recording.text),
                "sentences": .array(
                    sentences.enumerated().map { index, sentence in
                        self.sentence(sentence, number: isSingle ? index : index + 1, isSingle, diarizes)
                    }),
            ]
            if !isSingle { transcript["content_duration_in_milliseconds"] = milliseconds }
            return .object(transcript)
        }
        var document: JSONObject = ["file_url": .string(url)]
        if isSingle {
            document["audio_info"] = ["format": "wav", "sample_rate": 16_000]
        } else {
            document["properties"] = [
                "audio_format": "pcm_s16le", "channels": [0], "original_sampling_rate": 16_000,
                "original_duration_in_milliseconds": milliseconds,
            ]
        }
        document["transcripts"] = .array(transcripts)
        return .object(document)
    }

    private var milliseconds: JSON { .integer(Int(recording.seconds * 1000)) }

    private func sentence(_ sentence: Recording.Sentence, number: Int, _ isSingle: Bool, _ diarizes: Bool) -> JSON {
        var entry: JSONObject = [
            "sentence_id": .integer(number), "begin_time": .integer(sentence.begin),
            "end_time": .integer(sentence.end), "text": .string(sentence.text),
        ]
        if isSingle {
            entry["language"] = ask.parameters["language"] ?? "en"
            entry["emotion"] = "neutral"
        }
        if diarizes { entry["speaker_id"] = .integer(sentence.speaker) }
        if !isSingle || ask.parameters["enable_words"] == true {
            entry["words"] = .array(Recording.words(of: sentence))
        }
        return .object(entry)
    }
}
