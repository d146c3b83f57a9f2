import Foundation
import HTTPTypes
import Inference
import Logging
import Testing

@testable import Qwen

/// What every model that speaks, listens or makes voices is sent when everything is wished for at once, as it was read against
/// the reference once.
///
/// `OPENCLAW_RECORD=1` writes the files anew; whoever does so reads the difference.
@Suite struct GoldenSpeechTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/speech")

    private static func context(_ provider: QwenProvider, _ id: EndpointID) throws -> CallContext {
        var endpoint = try #require(provider.manifest.endpoint(id))
        endpoint.nativeURL = "https://service.example/api/v1"
        return CallContext(
            credential: Secret("sk-test"), endpoint: endpoint, userAgent: "t/1", callID: "c",
            logger: Logger(label: "t"))
    }

    private static func check(_ recorded: [String: JSONValue], in name: String) throws {
        let file = folder.appending(path: "\(name).json")
        if ProcessInfo.processInfo.environment["OPENCLAW_RECORD"] != nil {
            let lines = recorded.sorted { $0.key < $1.key }.map {
                "  \(JSONValue.string($0.key).text): \($0.value.text)"
            }
            try Data(("{\n" + lines.joined(separator: ",\n") + "\n}\n").utf8).write(to: file)
        }
        let golden = try #require(try JSONValue(parsing: Array(Data(contentsOf: file))).object)
        #expect(Set(golden.members.map(\.key)) == Set(recorded.keys))
        for (key, value) in recorded { #expect(value == golden[key], "\(key)") }
    }

    /// The head, and what follows it on the socket or as its body.
    private static func recorded(_ request: HTTPExchangeRequest, _ sent: [SocketMessage]? = nil) throws -> JSONValue {
        var lines: [JSONValue] = [.string("\(request.head.method) \(request.head.path ?? "")")]
        let names = ["x-dashscope-async", "x-dashscope-sse", "x-dashscope-ossresourceresolve"]
        for name in names {
            if let field = HTTPField.Name(name), let value = request.head.headerFields[field] {
                lines.append(.string("\(name): \(value)"))
            }
        }
        let body = Array(request.body.joined())
        if !body.isEmpty { lines.append(try JSONValue(parsing: body)) }
        for message in sent ?? [] {
            switch message {
            case .text(let text): lines.append(try JSONValue(parsing: text))
            case .binary(let bytes): lines.append(.string("\(bytes.count) bytes"))
            }
        }
        return .array(lines)
    }

    /// What the service says to everybody first.
    private static let greetings: [SocketMessage] = [
        .text(#"{"header":{"event":"task-started"},"payload":{},"type":"session.created","session":{"id":"s"}}"#),
        .text(#"{"header":{"event":"ignored"},"type":"session.updated"}"#),
    ]

    private static func fill(_ options: inout JSONObject, _ rules: [ParameterRule], except names: [String]) {
        for rule in rules where !names.contains(rule.name) && options[rule.name] == nil && rule.initial == nil {
            switch rule.type {
            case .flag: options[rule.name] = true
            case .integer: options[rule.name] = .int(Int(rule.range?.upperBound ?? 1))
            case .number: options[rule.name] = .number(JSONNumber(rule.range?.upperBound ?? 1))
            case .text: options[rule.name] = .string("\(rule.name)-1")
            case .list: options[rule.name] = [.int(0)]
            default: break
            }
        }
    }

    @Test func everyVoiceIsAskedForAsWasReviewed() throws {
        var recorded: [String: JSONValue] = [:]
        for provider in try QwenProvider.all() {
            let codec = try #require(provider.speech)
            for support in try codec.models() where support.refusal == nil {
                var request = SpeechRequest(
                    text: "Good evening.", voice: support.voices.last?.name ?? "my-voice",
                    format: support.formats.last ?? .wav)
                request.language = support.languages.first?.code
                request.sampleRate = support.sampleRates.last
                (request.speed, request.pitch, request.volume, request.instructions) = (1.5, 0.75, 70, "softly")
                Self.fill(&request.options, support.parameters, except: Array(support.wishes.values))
                let endpoint = support.endpoints[0]
                let plan = try SpeechPlanner(support: support, endpoint: endpoint).plan(request)
                let exchange = try codec.exchange(
                    for: plan, index: 0, id: "id-1", isStreamed: true, context: Self.context(provider, endpoint))
                var sent: [SocketMessage] = []
                if case .socket(var dialogue) = exchange.way {
                    sent += dialogue.begin()
                    for greeting in Self.greetings { sent += try dialogue.receive(greeting).messages }
                }
                recorded["\(provider.manifest.id)/\(support.model)"] = try Self.recorded(exchange.request, sent)
            }
        }
        try Self.check(recorded, in: "speech")
    }

    @Test func everyRecordingIsSentAsWasReviewed() throws {
        var recorded: [String: JSONValue] = [:]
        for provider in try QwenProvider.all() {
            let codec = try #require(provider.transcription)
            for support in try codec.models() {
                var request = TranscriptionRequest(
                    input: GenerationInput(
                        kind: .audio, role: .recording,
                        source: support.isSocket ? .file("/talk.wav") : .address("https://example.com/talk.wav"),
                        facts: MediaFacts(mediaType: "audio/wav", byteCount: 32_044, seconds: 1)))
                request.language = support.languages.first ?? "en"
                request.prompt = "Okonjo"
                request.speakers = support.hasSpeakers ? 3 : nil
                request.wantsWords = support.hasWords
                Self.fill(&request.options, support.parameters, except: Array(support.wishes.values))
                let endpoint = support.endpoints[0]
                let plan = try TranscriptionPlanner(support: support, endpoint: endpoint).plan(request)
                let context = try Self.context(provider, endpoint)
                let key = "\(provider.manifest.id)/\(support.model)"
                if let exchange = try codec.listening(to: plan, id: "id-1", context: context) {
                    var dialogue = exchange.dialogue
                    var sent = dialogue.begin()
                    for greeting in Self.greetings { sent += try dialogue.receive(greeting).messages }
                    sent += [dialogue.sound([0, 0], number: 0)] + dialogue.end()
                    recorded[key] = try Self.recorded(exchange.request, sent)
                } else {
                    recorded[key] = try Self.recorded(
                        codec.exchange(for: plan, source: "https://example.com/talk.wav", context: context))
                }
            }
        }
        try Self.check(recorded, in: "transcription")
    }

    @Test func everyVoiceIsMadeAsWasReviewed() throws {
        var recorded: [String: JSONValue] = [:]
        for provider in try QwenProvider.all() {
            let codec = try #require(provider.voices)
            for making in try codec.makings() {
                let context = try Self.context(provider, making.endpoints[0])
                for target in making.targets {
                    let plan = try VoicePlanner(making: making, endpoint: making.endpoints[0])
                        .plan(Self.wish(making), for: target)
                    recorded["\(making.origin) \(target)"] = try Self.recorded(
                        codec.exchange(for: .create(plan), source: "https://example.com/a.wav", context: context))
                }
                let voice = OwnVoice(name: "v", target: nil, maker: making.maker)
                for (word, call) in [
                    ("list", VoiceCall.list(maker: making, page: 0)), ("delete", .delete(voice, maker: making)),
                ] {
                    recorded["\(word) \(making.maker)"] = try Self.recorded(
                        codec.exchange(for: call, source: nil, context: context))
                }
            }
        }
        try Self.check(recorded, in: "voices")
    }

    private static func wish(_ making: VoiceMaking) -> VoiceRequest {
        var request = VoiceRequest(name: "anna")
        if making.origin == .recording {
            request.recording = GenerationInput(
                kind: .audio, role: .recording, source: .address("https://example.com/a.wav"))
        } else {
            (request.description, request.sample) = ("A calm, deep voice.", "Good evening.")
        }
        request.language = "en"
        return request
    }

    @Test func everyMakerRefusesAtLeastThreeWrongWishesByItself() throws {
        for provider in try QwenProvider.all() {
            for making in try #require(provider.voices).makings() {
                func changed(_ change: (inout VoiceRequest) -> Void) -> VoiceRequest {
                    var request = Self.wish(making)
                    change(&request)
                    return request
                }
                var wishes = [
                    changed { $0.name = "" }, changed { $0.name = "no spaces" },
                    changed { $0.name = String(repeating: "a", count: 17) }, changed { $0.language = "xx" },
                ]
                if making.origin == .description {
                    wishes.append(changed { $0.description = String(repeating: "a", count: 3000) })
                    wishes.append(changed { $0.sample = " " })
                } else if making.takesFiles {
                    wishes.append(changed { $0.recording?.facts.seconds = 90 })
                    wishes.append(changed { $0.recording?.facts.mediaType = "audio/ogg" })
                } else {
                    wishes.append(changed { $0.recording?.source = .file("/a.wav") })
                }
                let planner = VoicePlanner(making: making, endpoint: making.endpoints[0])
                for wish in wishes {
                    let error = #expect(throws: InferenceError.self, "\(making.maker): \(wish)") {
                        try planner.plan(wish, for: making.targets[0])
                    }
                    #expect(error?.code == .invalidRequest)
                }
                #expect(throws: InferenceError.self) { try planner.plan(Self.wish(making), for: "other") }
            }
        }
    }

    @Test func answersAboutVoicesAreRead() throws {
        let provider = try #require(try QwenProvider.all().first)
        let codec = try #require(provider.voices)
        let context = try Self.context(provider, "standard-cn")
        func answer(_ text: String, to call: VoiceCall) throws -> VoiceAnswer {
            try codec.answer(HTTPResponse(status: .ok), Array(text.utf8), to: call, context: context)
        }
        let makings = try codec.makings()
        let copy = try #require(makings.first { $0.maker == "qwen-voice-enrollment" })
        let plan = try VoicePlanner(making: copy, endpoint: "standard-cn").plan(Self.wish(copy), for: copy.targets[0])
        #expect(plan.cost.map { "\($0.amount) \($0.currency)" } == "0.01 CNY" && plan.warnings.count == 1)
        let made = try answer(
            #"{"output":{"voice":"v1","target_model":"qwen3-tts-vc-2026-01-22","fallback_mode":true,"fallback_reason":"noise"},"request_id":"r"}"#,
            to: .create(plan))
        #expect(made.voices.first?.warning == "noise" && made.voices.first?.target == copy.targets[0])
        #expect(throws: InferenceError.self) { try answer(#"{"output":{}}"#, to: .create(plan)) }
        #expect(throws: InferenceError.self) {
            try answer(#"{"code":"InvalidParameter","message":"no"}"#, to: .create(plan))
        }
        let task = try #require(makings.first { $0.maker == "voice-enrollment" })
        let list = try answer(
            #"{"output":{"voice_list":[{"voice_id":"cosyvoice-v3-plus-anna-1","status":"OK","gmt_create":"2026-11-01 10:00:00"},{"voice_id":"odd"}]}}"#,
            to: .list(maker: task, page: 0))
        #expect(list.voices.map(\.target) == ["cosyvoice-v3-plus", nil] && !list.hasMore)
        #expect(codec.target(ofVoice: "cosyvoice-v3.5-plus-anna-1") == "cosyvoice-v3.5-plus")
        #expect(codec.target(ofVoice: "Cherry") == nil)
    }
}
