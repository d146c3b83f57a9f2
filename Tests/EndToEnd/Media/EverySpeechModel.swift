import Foundation
import HTTPTypes
import Inference
import Logging
import Qwen
import QwenSimulator
import Testing
import Transport

/// The speech table of the codec against the table of the simulator, which was written from the reference without looking at
/// it.
@Suite struct EverySpeechModel {
    private static func context(
        _ provider: QwenProvider, _ id: EndpointID, _ simulator: Simulator
    ) throws -> CallContext? {
        guard let place = simulator.banner.endpoint(id.rawValue), let native = place.nativeURL else { return nil }
        var endpoint = try #require(provider.manifest.endpoint(id))
        endpoint.nativeURL = native
        return CallContext(
            credential: Secret(place.key), endpoint: endpoint, userAgent: "t/1", callID: "c",
            logger: Logger(label: "t"))
    }

    /// Every voice, language, format and rate that a model names, each by itself.
    private static func wishes(_ support: SpeechSupport) -> [SpeechRequest] {
        var requests = [SpeechRequest(text: "One. Two.")]
        func add(_ change: (inout SpeechRequest) -> Void) {
            var request = SpeechRequest(text: "One. Two.")
            change(&request)
            requests.append(request)
        }
        for voice in support.voices { add { $0.voice = voice.name } }
        for language in support.languages { add { $0.language = language.code } }
        for format in support.formats { add { $0.format = format } }
        for rate in support.sampleRates { add { $0.sampleRate = rate } }
        for (wish, _) in support.wishes.sorted(by: { $0.key < $1.key }) {
            add { request in
                switch wish {
                case "speed": request.speed = 1.5
                case "pitch": request.pitch = 0.75
                case "volume": request.volume = 70
                default: request.instructions = "softly"
                }
            }
        }
        return requests
    }

    @Test func theSimulatorTakesEverythingThatEveryVoiceHas() async throws {
        try await ServiceRoom.with { simulator, _ in
            let client = HTTPClient()
            var findings: [String] = []
            for provider in try QwenProvider.all() {
                for support in try provider.speech?.models() ?? [] where support.refusal == nil {
                    for id in support.endpoints {
                        guard let context = try Self.context(provider, id, simulator) else { continue }
                        var all = Self.wishes(support)
                        if support.initialVoice == nil {
                            let voice = try await Self.make(for: support.model, context, client)
                            for index in all.indices { all[index].voice = voice }
                        }
                        for request in id == support.endpoints.first ? all : Array(all.prefix(1)) {
                            do {
                                let count = try await speak(request, support, provider, context, client)
                                if count == 0 { findings.append("\(support.model) on \(id): no sound") }
                            } catch {
                                findings.append("\(support.model) on \(id), \(request): \(error)")
                            }
                        }
                    }
                }
            }
            await client.shutdown()
            #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
        }
    }

    /// A voice for a model that has none of its own, made as a client would.
    private static func make(
        for model: ModelID, _ context: CallContext, _ client: HTTPClient
    ) async throws -> String {
        let name = model.rawValue
        let isDesign = name.contains("-vd-")
        let makers = [
            "cosyvoice": "voice-enrollment", "qwen3": isDesign ? "qwen-voice-design" : "qwen-voice-enrollment",
        ]
        guard let maker = makers.first(where: { name.hasPrefix($0.key) })?.value else { return "longanhuan_v3.6" }
        var input: JSONObject = [
            "action": maker == "voice-enrollment" ? "create_voice" : "create", "target_model": .string(name),
            "prefix": "mine", "preferred_name": "mine", "url": "https://example.com/a.wav",
            "audio": ["data": "https://example.com/a.wav"],
        ]
        if isDesign { (input["voice_prompt"], input["preview_text"]) = ("A calm voice.", "Hello.") }
        let base = try #require(context.endpoint.nativeURL.flatMap { URL(string: $0) })
        var head = HTTPRequest(
            method: .post, scheme: base.scheme, authority: "\(base.host ?? ""):\(base.port ?? 80)",
            path: base.path + "/services/audio/tts/customization")
        head.headerFields[.authorization] = "Bearer " + context.credential.expose()
        head.headerFields[.contentType] = "application/json"
        let body = JSONValue.object(["model": .string(maker), "input": .object(input)]).serialized()
        let response = try await client.send(HTTPExchangeRequest(head: head, body: [body[...]]), deadlines: Deadlines())
        let reply = try JSONValue(parsing: try await response.body.collect(upTo: 8 << 20))
        return try #require(
            reply["output"]?["voice_id"]?.string ?? reply["output"]?["voice"]?.string, "\(model): \(reply.text)")
    }

    /// - Returns: the bytes of the sound.
    private func speak(
        _ request: SpeechRequest, _ support: SpeechSupport, _ provider: QwenProvider, _ context: CallContext,
        _ client: HTTPClient
    ) async throws -> Int {
        let plan = try SpeechPlanner(support: support, endpoint: context.endpoint.id).plan(request)
        let exchange = try #require(provider.speech).exchange(
            for: plan, index: 0, id: UUID().uuidString.lowercased(), isStreamed: true, context: context)
        var count = 0
        func take(_ events: [SpeechEvent]) { for case .audio(let bytes) in events { count += bytes.count } }
        switch exchange.way {
        case .stream(var decoder):
            let response = try await client.send(exchange.request, deadlines: Deadlines())
            let body = try await response.body.collect(upTo: 8 << 20)
            guard response.head.status.code == 200 else { throw exchange.classify(response.head, body) }
            take(try decoder.consume(body) + decoder.finish())
        case .socket(var dialogue):
            let answer = try await SocketClient().open(exchange.request, deadlines: Deadlines())
            guard case .open(let socket) = answer else { return 0 }
            for message in dialogue.begin() { try await socket.send(message) }
            while let message = try await socket.next(before: .now + .seconds(20)) {
                let turn = try dialogue.receive(message)
                take(turn.events)
                for message in turn.messages { try await socket.send(message) }
                if turn.isOver { break }
            }
            socket.close()
        }
        return count
    }

    @Test func everyVoiceModelRefusesAtLeastThreeWrongRequestsByItself() throws {
        for provider in try QwenProvider.all() {
            for support in try provider.speech?.models() ?? [] where support.refusal == nil {
                var requests = [
                    SpeechRequest(text: "  "), SpeechRequest(text: "a", format: "flac"),
                    SpeechRequest(text: "a", options: ["no_such_parameter": 1]),
                ]
                var odd = SpeechRequest(text: "a")
                odd.sampleRate = 11_025
                requests.append(odd)
                if support.initialVoice == nil { requests.append(SpeechRequest(text: "a")) }
                if !support.hasOtherVoices { requests.append(SpeechRequest(text: "a", voice: "Nobody")) }
                for request in requests {
                    let error = #expect(throws: InferenceError.self, "\(support.model): \(request)") {
                        try SpeechPlanner(support: support, endpoint: "standard-cn").plan(request)
                    }
                    #expect(error?.code == .invalidRequest)
                }
            }
        }
    }

    private static func wishes(_ support: TranscriptionSupport) -> [TranscriptionRequest] {
        let input = GenerationInput(
            kind: .audio, role: .recording,
            source: support.isSocket ? .file("/talk.wav") : .address("https://example.com/talk.wav"),
            facts: MediaFacts(mediaType: "audio/wav", seconds: 10))
        var requests = [TranscriptionRequest(input: input)]
        for language in support.languages { requests.append(TranscriptionRequest(input: input, language: language)) }
        if support.takesPrompt { requests.append(TranscriptionRequest(input: input, prompt: "Okonjo")) }
        if support.hasTimes {
            requests.append(TranscriptionRequest(input: input, format: .srt, wantsWords: support.hasWords))
        }
        if support.hasSpeakers { requests.append(TranscriptionRequest(input: input, speakers: 3)) }
        return requests
    }

    @Test func theSimulatorWritesDownForEveryModel() async throws {
        try await ServiceRoom.with(taskSpeed: 1_000_000) { simulator, _ in
            let client = HTTPClient()
            var findings: [String] = []
            for provider in try QwenProvider.all() {
                for support in try provider.transcription?.models() ?? [] {
                    for id in support.endpoints {
                        guard let context = try Self.context(provider, id, simulator) else { continue }
                        let all = Self.wishes(support)
                        for request in id == support.endpoints.first ? all : Array(all.prefix(1)) {
                            do {
                                let transcript = try await write(request, support, provider, context, client)
                                if transcript.text.isEmpty || support.hasTimes == transcript.segments.isEmpty {
                                    findings.append("\(support.model) on \(id): \(transcript)")
                                }
                                if request.speakers != nil, !transcript.segments.contains(where: { $0.speaker == 2 }) {
                                    findings.append("\(support.model) on \(id): one speaker")
                                }
                            } catch {
                                findings.append("\(support.model) on \(id), \(request): \(error)")
                            }
                        }
                    }
                }
            }
            await client.shutdown()
            #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
        }
    }

    private func write(
        _ request: TranscriptionRequest, _ support: TranscriptionSupport, _ provider: QwenProvider,
        _ context: CallContext, _ client: HTTPClient
    ) async throws -> Transcript {
        let codec = try #require(provider.transcription)
        let tasks = try #require(provider.tasks)
        let plan = try TranscriptionPlanner(support: support, endpoint: context.endpoint.id).plan(request)
        if let told = try codec.listening(to: plan, id: UUID().uuidString.lowercased(), context: context) {
            return try codec.transcript(in: try await tell(told))
        }
        let exchange = try codec.exchange(for: plan, source: "https://example.com/talk.wav", context: context)
        let response = try await client.send(exchange, deadlines: Deadlines())
        let body = try await response.body.collect(upTo: 8 << 20)
        switch try codec.answer(response.head, body, to: plan, context: context) {
        case .results(let results): return try codec.transcript(in: Array((results.texts.first ?? "").utf8))
        case .task(let task):
            while true {
                let answer = try await client.send(tasks.status(of: task, context: context), deadlines: Deadlines())
                let bytes = try await answer.body.collect(upTo: 1 << 20)
                // The simulator limits questions as the service does.
                if answer.head.status.code == 429 {
                    await Task.yield()
                    continue
                }
                let report = try tasks.report(answer.head, bytes, context: context)
                guard report.state.isFinal else { continue }
                let address = try #require(report.results?.files.first?.address, "\(report)")
                return try codec.transcript(in: try await fetch(address, client))
            }
        }
    }

    /// Three seconds of silence on a socket.
    private func tell(_ exchange: ListeningExchange) async throws -> [UInt8] {
        let answer = try await SocketClient().open(exchange.request, deadlines: Deadlines())
        guard case .open(let socket) = answer else { return [] }
        defer { socket.close() }
        var dialogue = exchange.dialogue
        for message in dialogue.begin() { try await socket.send(message) }
        while let message = try await socket.next(before: .now + .seconds(20)) {
            let turn = try dialogue.receive(message)
            for message in turn.messages { try await socket.send(message) }
            if turn.isListening {
                for number in 0..<3 {
                    let second = [UInt8](repeating: 0, count: (exchange.sampleRate ?? 16_000) * 2)
                    try await socket.send(dialogue.sound(second, number: number))
                }
                for message in dialogue.end() { try await socket.send(message) }
            }
            if turn.isOver { break }
        }
        return Array((dialogue.result(seconds: 3).texts.first ?? "").utf8)
    }

    private func fetch(_ address: String, _ client: HTTPClient) async throws -> [UInt8] {
        let url = try #require(URL(string: address))
        let path = url.path + (url.query.map { "?" + $0 } ?? "")
        let head = HTTPRequest(
            method: .get, scheme: url.scheme, authority: "\(url.host ?? ""):\(url.port ?? 80)", path: path)
        let response = try await client.send(HTTPExchangeRequest(head: head), deadlines: Deadlines())
        return try await response.body.collect(upTo: 8 << 20)
    }

    @Test func everyWritingModelRefusesAtLeastThreeWrongRequestsByItself() throws {
        for provider in try QwenProvider.all() {
            for support in try provider.transcription?.models() ?? [] {
                func request(_ change: (inout TranscriptionRequest) -> Void) -> TranscriptionRequest {
                    var request = Self.wishes(support)[0]
                    change(&request)
                    return request
                }
                var requests = [
                    request { $0.options = ["no_such_parameter": 1] },
                    request { $0.input.source = .address("ftp://host/a.wav") },
                    request { $0.speakers = 1 },
                ]
                if support.isSocket {
                    requests.append(request { $0.input.source = .address("https://example.com/talk.wav") })
                    requests.append(request { $0.input.facts.mediaType = "video/mp4" })
                    requests.append(request { $0.input.facts.mediaType = nil })
                } else {
                    requests.append(request { $0.input.facts.seconds = 90_000 })
                    requests.append(request { $0.input.facts.byteCount = 3 << 30 })
                }
                if !support.hasTimes { requests.append(request { $0.format = .vtt }) }
                if !support.languages.isEmpty { requests.append(request { $0.language = "xx" }) }
                for request in requests {
                    let error = #expect(throws: InferenceError.self, "\(support.model): \(request)") {
                        try TranscriptionPlanner(support: support, endpoint: "standard-cn").plan(request)
                    }
                    #expect(error?.code == .invalidRequest)
                }
            }
        }
    }
}
