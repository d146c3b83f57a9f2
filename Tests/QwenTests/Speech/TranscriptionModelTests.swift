import Foundation
import HTTPTypes
import Inference
import Logging
import Testing

@testable import Qwen

@Suite struct TranscriptionModelTests {
    private static func codec() throws -> any TranscriptionModel {
        try #require(try QwenProvider.all().first?.transcription)
    }

    private static func context() throws -> CallContext {
        let manifest = try #require(try QwenProvider.all().first).manifest
        return CallContext(
            credential: Secret("sk-test"), endpoint: try #require(manifest.endpoint("standard-cn")), userAgent: "t/1",
            callID: "c", logger: Logger(label: "t"))
    }

    private func exchange(
        _ model: ModelID, _ source: String = "https://host/a.wav", _ change: (inout TranscriptionRequest) -> Void
    ) throws -> (HTTPRequest, JSONValue) {
        var request = TranscriptionRequest(
            input: GenerationInput(
                kind: .audio, role: .recording, source: .address("https://host/a.wav"),
                facts: MediaFacts(mediaType: "audio/mpeg")))
        change(&request)
        let support = try #require(try Self.codec().models().first { $0.model == model })
        let plan = try TranscriptionPlanner(support: support, endpoint: "standard-cn").plan(request)
        let exchange = try Self.codec().exchange(for: plan, source: source, context: Self.context())
        return (exchange.head, try JSONValue(parsing: Array(exchange.body.joined())))
    }

    private func field(_ head: HTTPRequest, _ name: String) -> String? {
        HTTPField.Name(name).flatMap { head.headerFields[$0] }
    }

    @Test func aShortRecordingIsAMessage() throws {
        let (head, body) = try exchange("qwen3-asr-flash", "data:audio/wav;base64,AA==") { request in
            (request.language, request.prompt) = ("de", "Okonjo, Freiburg")
        }
        #expect(head.path == "/api/v1/services/aigc/multimodal-generation/generation")
        #expect(field(head, "x-dashscope-async") == nil)
        #expect(
            body == [
                "model": "qwen3-asr-flash",
                "input": [
                    "messages": [
                        ["role": "system", "content": [["text": "Okonjo, Freiburg"]]],
                        ["role": "user", "content": [["audio": "data:audio/wav;base64,AA=="]]],
                    ]
                ], "parameters": ["asr_options": ["language": "de"]],
            ])
    }

    @Test func theOtherShapeNamesTheFormat() throws {
        let (_, body) = try exchange("fun-asr-flash") { _ in }
        #expect(
            body["input"] == [
                "messages": [
                    [
                        "role": "user",
                        "content": [["type": "input_audio", "input_audio": ["data": "https://host/a.wav"]]],
                    ]
                ]
            ])
        #expect(body["parameters"] == ["format": "mp3", "sample_rate": "16000"])
    }

    @Test func oneTaskTakesOneFileTheOtherAList() throws {
        let (head, one) = try exchange("qwen3-asr-flash-filetrans", "oss://a.wav") { request in
            (request.language, request.format) = ("de", .srt)
        }
        #expect(head.path == "/api/v1/services/audio/asr/transcription")
        #expect(field(head, "x-dashscope-async") == "enable")
        #expect(field(head, "x-dashscope-ossresourceresolve") == "enable")
        #expect(one["input"] == ["file_url": "oss://a.wav"])
        #expect(one["parameters"] == ["language": "de", "enable_words": true])
        let (_, many) = try exchange("fun-asr") { request in
            (request.language, request.speakers) = ("en", 2)
        }
        #expect(many["input"] == ["file_urls": ["https://host/a.wav"]])
        #expect(
            many["parameters"] == ["language_hints": ["en"], "diarization_enabled": true, "speaker_count": 2])
    }

    @Test func anAnswerIsATaskOrADocument() throws {
        func answer(_ text: String) throws -> GenerationAnswer {
            let support = try #require(try Self.codec().models().first)
            let request = TranscriptionRequest(
                input: GenerationInput(kind: .audio, source: .address("https://host/a.wav")))
            let plan = try TranscriptionPlanner(support: support, endpoint: "standard-cn").plan(request)
            return try Self.codec().answer(
                HTTPResponse(status: .ok), Array(text.utf8), to: plan, context: Self.context())
        }
        let task = try answer(#"{"request_id":"r","output":{"task_id":"t","task_status":"PENDING"}}"#)
        #expect(task == .task(ServiceTask(id: "t", requestID: "r")))
        let text =
            #"{"request_id":"r","usage":{"seconds":3},"output":{"choices":[{"message":{"content":[{"text":"Hi."}],"annotations":[{"language":"en"}]}}]}}"#
        guard case .results(let results) = try answer(text) else { return #expect(Bool(false)) }
        #expect(results.usage.outputSeconds == 3 && results.requestID == "r")
        let transcript = try Self.codec().transcript(in: Array((results.texts.first ?? "").utf8))
        #expect(transcript == Transcript(text: "Hi.", language: "en", seconds: 3))
        #expect(throws: InferenceError.self) { try answer(#"{"code":"Arrearage","message":"pay"}"#) }
    }

    @Test func filesOfBothFamiliesAreRead() throws {
        let single =
            #"{"audio_info":{"format":"wav"},"transcripts":[{"channel_id":0,"text":"Hi, there. Yes.","sentences":[{"sentence_id":0,"begin_time":120,"end_time":2310,"language":"en","emotion":"neutral","text":"Hi, there.","words":[{"begin_time":120,"end_time":410,"text":"Hi","punctuation":","},{"begin_time":410,"end_time":900,"text":"there","punctuation":"."}]},{"begin_time":2400,"end_time":2600,"text":"Yes."}]}]}"#
        let first = try Self.codec().transcript(in: Array(single.utf8))
        #expect(first.text == "Hi, there. Yes." && first.language == "en" && first.segments.count == 2)
        #expect(first.segments[0].words.map(\.text) == ["Hi,", "there."])
        #expect(first.segments[0].begin == 120 && first.segments[1].end == 2600)
        let many =
            #"{"file_url":"u","properties":{"original_duration_in_milliseconds":5000},"transcripts":[{"channel_id":0,"text":"A.","sentences":[{"sentence_id":1,"begin_time":3000,"end_time":3500,"text":"A.","speaker_id":0}]},{"channel_id":1,"text":"B.","sentences":[{"sentence_id":1,"begin_time":100,"end_time":900,"text":"B.","speaker_id":1}]}]}"#
        let second = try Self.codec().transcript(in: Array(many.utf8))
        #expect(second.seconds == 5 && second.text == "A.\nB.")
        #expect(second.segments.map(\.text) == ["B.", "A."] && second.segments.map(\.speaker) == [2, 1])
        #expect(second.segments.map(\.channel) == [1, 0])
        let sound = #"{"output":{"text":"Hello.","output":{"sentence":{}}},"usage":{"duration":4}}"#
        #expect(try Self.codec().transcript(in: Array(sound.utf8)) == Transcript(text: "Hello.", seconds: 4))
        for wrong in ["", "{}", "[]", #"{"output":{}}"#] {
            #expect(throws: InferenceError.self) { try Self.codec().transcript(in: Array(wrong.utf8)) }
        }
    }

    @Test func everyModelOfTheTableHasWhatItNeeds() throws {
        let models = try Self.codec().models()
        #expect(models.count == 32)
        for model in models {
            #expect(!model.endpoints.isEmpty && !model.source.isEmpty, "\(model.model)")
            #expect(Set(model.wishes.values).isSubset(of: model.parameters.map(\.name)), "\(model.model)")
            #expect(model.isTask || model.isSocket || !model.hasTimes, "\(model.model)")
            #expect(model.isTask == TranscriptionWire(model.wire).isTask)
        }
    }

    private func listening(
        _ model: ModelID, type: String = "audio/wav", _ change: (inout TranscriptionRequest) -> Void = { _ in }
    ) throws -> ListeningExchange {
        var request = TranscriptionRequest(
            input: GenerationInput(
                kind: .audio, role: .recording, source: .file("/talk.wav"),
                facts: MediaFacts(mediaType: type, byteCount: 32_000, seconds: 1)))
        change(&request)
        let support = try #require(try Self.codec().models().first { $0.model == model })
        let plan = try TranscriptionPlanner(support: support, endpoint: "standard-cn").plan(request)
        return try #require(try Self.codec().listening(to: plan, id: "id-1", context: Self.context()))
    }

    private func json(_ messages: [SocketMessage]) throws -> [JSONValue] {
        try messages.map { message in
            guard case .text(let text) = message else { return .null }
            return try JSONValue(parsing: text)
        }
    }

    @Test func aTaskOnASocketListens() throws {
        let exchange = try listening("fun-asr-realtime") { $0.language = "en" }
        #expect(exchange.request.head.path == "/api-ws/v1/inference" && exchange.sampleRate == 16_000)
        var dialogue = exchange.dialogue
        let run = try json(dialogue.begin())
        #expect(run[0]["header"]?["action"] == "run-task")
        #expect(
            run[0]["payload"] == [
                "task_group": "audio", "task": "asr", "function": "recognition", "model": "fun-asr-realtime",
                "parameters": ["format": "pcm", "sample_rate": 16_000, "language_hints": ["en"]], "input": [:],
            ])
        func event(_ name: String, _ payload: String = "{}") throws -> ListeningTurn {
            try dialogue.receive(.text(#"{"header":{"event":"\#(name)"},"payload":\#(payload)}"#))
        }
        #expect(try event("task-started").isListening)
        #expect(dialogue.sound([1], number: 0) == .binary([1]))
        #expect(try json(dialogue.end())[0]["header"]?["action"] == "finish-task")
        for sentence in [
            #"{"sentence":{"sentence_id":0,"heartbeat":true,"sentence_end":true,"text":""}}"#,
            #"{"sentence":{"sentence_id":1,"begin_time":0,"text":"Hi the","sentence_end":false}}"#,
            #"{"sentence":{"sentence_id":1,"begin_time":0,"end_time":900,"text":"Hi there.","sentence_end":true}}"#,
        ] { _ = try event("result-generated", #"{"output":\#(sentence),"usage":{"duration":1}}"#) }
        #expect(try event("task-finished").isOver)
        let results = dialogue.result(seconds: 1.5)
        #expect(results.usage.outputSeconds == 1 && results.requestID == "id-1")
        let transcript = try Self.codec().transcript(in: Array((results.texts.first ?? "").utf8))
        #expect(transcript.text == "Hi there." && transcript.segments.map(\.end) == [900] && transcript.seconds == 1.5)
        let failed = #"{"header":{"event":"task-failed","error_code":"InvalidParameter","error_message":"no"}}"#
        #expect(throws: InferenceError.self) { try dialogue.receive(.text(failed)) }
        let told = try listening("fun-asr-realtime", type: "audio/mpeg")
        #expect(told.sampleRate == nil)
        #expect(try json(told.dialogue.begin())[0]["payload"]?["parameters"]?["format"] == "mp3")
        let older = try json(listening("gummy-realtime-v1").dialogue.begin())[0]["payload"]?["parameters"]
        #expect(older == ["format": "pcm", "sample_rate": 16_000, "transcription_enabled": true])
    }

    @Test func aSessionOnASocketListens() throws {
        let exchange = try listening("qwen3-asr-flash-realtime") { request in
            (request.language, request.prompt, request.options) = ("de", "Okonjo", ["threshold": 0.5])
        }
        #expect(exchange.request.head.path == "/api-ws/v1/realtime?model=qwen3-asr-flash-realtime")
        var dialogue = exchange.dialogue
        func receive(_ event: String) throws -> ListeningTurn { try dialogue.receive(.text(event)) }
        let turn = try receive(#"{"type":"session.created","session":{"id":"s1"}}"#)
        #expect(
            try json(turn.messages)[0]["session"] == [
                "modalities": ["text"], "input_audio_format": "pcm", "sample_rate": 16_000,
                "input_audio_transcription": ["language": "de", "corpus": ["text": "Okonjo"]],
                "turn_detection": ["type": "server_vad", "threshold": 0.5, "silence_duration_ms": 400],
            ])
        #expect(try receive(#"{"type":"session.updated"}"#).isListening)
        #expect(try json([dialogue.sound([1, 2, 3], number: 0)])[0]["audio"] == "AQID")
        #expect(try json(dialogue.end())[0]["type"] == "session.finish")
        let prefix = "conversation.item.input_audio_transcription."
        for event in [
            #"{"type":"input_audio_buffer.speech_started","item_id":"a","audio_start_ms":120}"#,
            #"{"type":"\#(prefix)text","item_id":"a","text":"Hal","stash":"lo"}"#,
            #"{"type":"input_audio_buffer.speech_stopped","item_id":"a","audio_end_ms":900}"#,
            #"{"type":"\#(prefix)completed","item_id":"a","transcript":"Hallo.","language":"de","emotion":"happy"}"#,
        ] { #expect(try receive(event) == ListeningTurn()) }
        #expect(try receive(#"{"type":"session.finished"}"#).isOver)
        let results = dialogue.result(seconds: 2)
        let transcript = try Self.codec().transcript(in: Array((results.texts.first ?? "").utf8))
        #expect(transcript.text == "Hallo." && transcript.language == "de" && results.usage.outputSeconds == 2)
        #expect(transcript.segments.first?.begin == 120 && transcript.segments.first?.emotion == "happy")
        #expect(throws: InferenceError.self) { try receive(#"{"type":"\#(prefix)failed","item_id":"a"}"#) }
    }
}
