import Foundation
import HTTPTypes
import Inference
import Logging
import Testing

@testable import Qwen

@Suite struct SpeechModelTests {
    private static func codec(_ provider: Int = 0) throws -> any SpeechModel {
        try #require(try QwenProvider.all()[provider].speech)
    }

    private static func context(_ endpoint: EndpointID, _ provider: Int = 0) throws -> CallContext {
        let manifest = try QwenProvider.all()[provider].manifest
        return CallContext(
            credential: Secret("sk-test"), endpoint: try #require(manifest.endpoint(endpoint)), userAgent: "t/1",
            callID: "c", logger: Logger(label: "t"))
    }

    private func exchange(
        _ model: ModelID, _ request: SpeechRequest, on endpoint: EndpointID = "standard-intl", isStreamed: Bool = true
    ) throws -> SpeechExchange {
        let support = try #require(try Self.codec().models().first { $0.model == model })
        let plan = try SpeechPlanner(support: support, endpoint: endpoint).plan(request)
        return try Self.codec().exchange(
            for: plan, index: 0, id: "id-1", isStreamed: isStreamed, context: Self.context(endpoint))
    }

    private func body(_ exchange: SpeechExchange) throws -> JSONValue {
        try JSONValue(parsing: Array(exchange.request.body.joined()))
    }

    @Test func everythingIsAMemberOfTheInput() throws {
        var request = SpeechRequest(text: "Good evening.", voice: "Cherry")
        (request.language, request.instructions) = ("en", "softly")
        let exchange = try exchange("qwen3-tts-instruct-flash", request)
        #expect(exchange.request.head.path == "/api/v1/services/aigc/multimodal-generation/generation")
        #expect(exchange.request.head.headerFields[.init("x-dashscope-sse")!] == "enable")
        #expect(
            try body(exchange) == [
                "model": "qwen3-tts-instruct-flash",
                "input": [
                    "text": "Good evening.", "voice": "Cherry", "language_type": "English", "instructions": "softly",
                ],
            ])
    }

    @Test func withoutAStreamNothingAsksForOne() throws {
        let exchange = try exchange("qwen3-tts-flash", SpeechRequest(text: "a"), isStreamed: false)
        #expect(exchange.request.head.headerFields[.init("x-dashscope-sse")!] == nil)
    }

    @Test func theOtherPathTakesAFormatAndARate() throws {
        var request = SpeechRequest(text: "Good evening.", format: .mp3)
        (request.speed, request.language, request.instructions) = (1.5, "en", "softly")
        let exchange = try exchange("qwen-audio-3.0-tts-flash", request, on: "standard-cn")
        #expect(exchange.request.head.path == "/api/v1/services/audio/tts/SpeechSynthesizer")
        #expect(
            try body(exchange)["input"] == [
                "text": "Good evening.", "voice": "longanlingxin", "language_hints": ["en"], "format": "mp3",
                "sample_rate": 24_000, "rate": 1.5, "instruction": "softly",
            ])
    }

    @Test func aSocketIsToldTheTaskThenTheTextThenTheEnd() throws {
        let exchange = try exchange("cosyvoice-v3-flash", SpeechRequest(text: "Good evening."))
        #expect(exchange.request.head.path == "/api-ws/v1/inference" && exchange.request.head.method == .get)
        #expect(exchange.request.head.headerFields[.authorization] == "Bearer sk-test")
        guard case .socket(var dialogue) = exchange.way else { return #expect(Bool(false)) }
        guard case .text(let run)? = dialogue.begin().first else { return #expect(Bool(false)) }
        let begun = try JSONValue(parsing: run)
        #expect(begun["header"] == ["action": "run-task", "task_id": "id-1", "streaming": "duplex"])
        #expect(
            begun["payload"] == [
                "task_group": "audio", "task": "tts", "function": "SpeechSynthesizer", "model": "cosyvoice-v3-flash",
                "parameters": [
                    "text_type": "PlainText", "voice": "longanyang", "format": "pcm", "sample_rate": 24_000,
                ], "input": [:],
            ])
        func event(_ name: String, _ payload: String = "{}") -> SocketMessage {
            .text(#"{"header":{"event":"\#(name)","task_id":"id-1"},"payload":\#(payload)}"#)
        }
        let turn = try dialogue.receive(event("task-started"))
        let actions = try turn.messages.map { message -> String in
            guard case .text(let text) = message else { return "" }
            return try JSONValue(parsing: text)["header"]?["action"]?.string ?? ""
        }
        #expect(actions == ["continue-task", "finish-task"])
        #expect(try dialogue.receive(.binary([1, 2])).events == [.audio([1, 2])])
        #expect(throws: InferenceError.self) { try dialogue.closed() }
        let end = try dialogue.receive(event("task-finished", #"{"output":null,"usage":{"characters":13}}"#))
        #expect(end.isOver && end.events == [.finished(SpeechUsage(characters: 13, requestID: "id-1"))])
        try dialogue.closed()
    }

    @Test func aSessionIsToldHowThenWhatThenThatThereIsNoMore() throws {
        var request = SpeechRequest(text: "Good evening.", format: .mp3)
        (request.language, request.speed, request.volume) = ("en", 1.5, 70)
        let exchange = try exchange("qwen3-tts-flash-realtime", request)
        #expect(exchange.request.head.path == "/api-ws/v1/realtime?model=qwen3-tts-flash-realtime")
        guard case .socket(var dialogue) = exchange.way else { return #expect(Bool(false)) }
        #expect(dialogue.begin().isEmpty)
        func sent(_ event: String) throws -> [JSONValue] {
            try dialogue.receive(.text(event)).messages.map { message in
                guard case .text(let text) = message else { return .null }
                return try JSONValue(parsing: text)
            }
        }
        let update = try sent(#"{"type":"session.created","session":{"id":"s1"}}"#)
        #expect(
            update == [
                [
                    "event_id": "event_id-1-0", "type": "session.update",
                    "session": [
                        "voice": "Cherry", "mode": "server_commit", "response_format": "mp3", "sample_rate": 24_000,
                        "language_type": "English", "speech_rate": 1.5, "volume": 70,
                    ],
                ]
            ])
        let texts = try sent(#"{"type":"session.updated"}"#)
        #expect(texts.map { $0["type"]?.string } == ["input_text_buffer.append", "session.finish"])
        #expect(texts[0]["text"] == "Good evening." && Set(texts.map { $0["event_id"]?.string }).count == 2)
        let sound = try dialogue.receive(.text(#"{"type":"response.audio.delta","delta":"AQID"}"#))
        #expect(sound.events == [.audio([1, 2, 3])])
        #expect(throws: InferenceError.self) { try dialogue.closed() }
        for count in [5, 8] {
            let done = #"{"type":"response.done","response":{"usage":{"characters":\#(count)}}}"#
            #expect(try dialogue.receive(.text(done)) == SpeechTurn())
        }
        let end = try dialogue.receive(.text(#"{"type":"session.finished"}"#))
        #expect(end.isOver && end.events == [.finished(SpeechUsage(characters: 13, requestID: "s1"))])
        try dialogue.closed()
    }

    @Test(arguments: [
        #"{"type":"error","error":{"code":"InvalidParameter","message":"no such voice"}}"#, "no json",
        #"{"type":"response.audio.delta","delta":"???"}"#, "{}",
    ])
    func aSessionThatFailsSaysWhy(_ event: String) throws {
        let exchange = try exchange("qwen3-tts-flash-realtime", SpeechRequest(text: "a"))
        guard case .socket(var dialogue) = exchange.way else { return #expect(Bool(false)) }
        #expect(throws: InferenceError.self) { try dialogue.receive(.text(event)) }
    }

    @Test func modelsForVoicesOfOnesOwnNeedOne() throws {
        for model: ModelID in ["qwen3-tts-vc-2026-01-22", "qwen3-tts-vd-realtime-2026-01-15"] {
            let error = #expect(throws: InferenceError.self) { try exchange(model, SpeechRequest(text: "a")) }
            #expect(error?.code == .invalidRequest)
            _ = try exchange(model, SpeechRequest(text: "a", voice: "qwen-tts-vc-me-voice-1"))
        }
        #expect(throws: InferenceError.self) {
            try exchange("MiniMax/speech-2.8-hd", SpeechRequest(text: "a", voice: "v"), on: "standard-cn")
        }
    }

    @Test func aFailedTaskSaysWhy() throws {
        let exchange = try exchange("cosyvoice-v3-flash", SpeechRequest(text: "a"))
        guard case .socket(var dialogue) = exchange.way else { return #expect(Bool(false)) }
        let failed =
            #"{"header":{"event":"task-failed","error_code":"InvalidParameter","error_message":"[tts:]Engine return error code: 418"},"payload":{}}"#
        let error = #expect(throws: InferenceError.self) { try dialogue.receive(.text(failed)) }
        #expect(error?.serviceCode == "InvalidParameter" && error?.message.contains("418") == true)
        #expect(throws: InferenceError.self) { try dialogue.receive(.text("no json")) }
    }

    private static let stream = Array(
        """
        id:1\nevent:result\n:HTTP_STATUS/200\ndata:{"request_id":"r","output":{"finish_reason":"null","audio":{"data":"AQID","url":""}},"usage":{"characters":1}}

        id:2\nevent:result\n:HTTP_STATUS/200\ndata:{"request_id":"r","output":{"finish_reason":"null","audio":{"data":"BAU="}}}

        id:3\nevent:result\n:HTTP_STATUS/200\ndata:{"request_id":"r","output":{"finish_reason":"stop","audio":{"data":"","url":"http://host/a.wav"}},"usage":{"input_tokens":0,"output_tokens":0,"characters":13}}


        """.utf8)

    private func events(_ bytes: [UInt8], by size: Int, isStreamed: Bool = true) throws -> [SpeechEvent] {
        let exchange = try exchange("qwen3-tts-flash", SpeechRequest(text: "a"), isStreamed: isStreamed)
        guard case .stream(var decoder) = exchange.way else { return [] }
        var events: [SpeechEvent] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            events += try decoder.consume(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        return events + (try decoder.finish())
    }

    @Test(arguments: [1, 7, 100, 10_000]) func aStreamIsReadWhateverPiecesItComesIn(_ size: Int) throws {
        #expect(
            try events(Self.stream, by: size) == [
                .audio([1, 2, 3]), .audio([4, 5]), .file("http://host/a.wav"),
                .finished(SpeechUsage(characters: 13, requestID: "r")),
            ])
    }

    @Test func aStreamThatBreaksOffIsNoSpeech() throws {
        let error = #expect(throws: InferenceError.self) { try events(Array(Self.stream.prefix(300)), by: 50) }
        #expect(error?.code == .truncated)
    }

    @Test func anErrorInAStreamIsTheServicesOwn() throws {
        let bytes = Array(
            "event:error\n:HTTP_STATUS/429\ndata:{\"code\":\"Throttling.RateQuota\",\"message\":\"slow down\",\"request_id\":\"r\"}\n\n"
                .utf8)
        let error = #expect(throws: InferenceError.self) { try events(bytes, by: 20) }
        #expect(error?.code == .rateLimited)
    }

    @Test func aDocumentIsReadAtItsEnd() throws {
        let bytes = Array(
            #"{"request_id":"r","output":{"finish_reason":"stop","audio":{"data":"","url":"http://host/a.wav"}},"usage":{"characters":2}}"#
                .utf8)
        for isStreamed in [false, true] {
            #expect(
                try events(bytes, by: 30, isStreamed: isStreamed) == [
                    .file("http://host/a.wav"), .finished(SpeechUsage(characters: 2, requestID: "r")),
                ])
        }
    }

    @Test func everyModelOfTheTableHasWhatItNeeds() throws {
        for (index, count) in [(0, 30), (1, 1)] {
            let models = try Self.codec(index).models()
            #expect(models.count == count)
            for model in models {
                #expect(!model.endpoints.isEmpty && model.requestLimit > 0, "\(model.model)")
                #expect(!model.voices.isEmpty || model.hasOtherVoices && model.initialVoice == nil, "\(model.model)")
                #expect(model.sampleRates.contains(model.initialSampleRate) && model.formats.contains(.wav))
                #expect(model.initialVoice.map(model.mayHaveVoice) != false && !model.source.isEmpty)
                #expect(Set(model.wishes.values).isSubset(of: model.parameters.map(\.name)))
                #expect(model.isSocket == (model.messageLimit > 0))
            }
        }
    }
}
