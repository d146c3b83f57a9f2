import Inference
import Testing

@testable import Qwen

/// Conversations that grow turn by turn, as their bytes go out.
@Suite struct CacheMarksTests {
    private static let seeds = Array(UInt64(1)...40)

    @Test(arguments: seeds)
    func whatWasMarkedComesAgainByteForByte(seed: UInt64) throws {
        var talk = Talk(seed: seed)
        var previous: Sent?
        for _ in 0..<12 {
            talk.grow()
            let sent = try Sent(talk.request)
            let plain = try Sent(talk.request, cache: .off)
            #expect(sent.marks.count <= 4)
            #expect(plain.marks.isEmpty)
            #expect(sent.prompt == plain.prompt)
            if let previous, let last = previous.marks.last {
                #expect(sent.prompt.prefix(last + 1) == previous.prompt.prefix(last + 1))
                // What was the newest is marked once more, so that it is found without searching.
                if previous.isConversation, previous.endsWithUser, talk.endsWithUser {
                    #expect(sent.marks.contains(last))
                }
            }
            previous = sent
        }
        #expect(previous?.marks.isEmpty == false)
    }

    @Test(arguments: seeds)
    func marksOfTheClientStayAlone(seed: UInt64) throws {
        var talk = Talk(seed: seed)
        for _ in 0..<4 {
            talk.grow()
            talk.markSomething()
            #expect(try Sent(talk.request, cache: .on).body == Sent(talk.request, cache: .off).body)
        }
    }

    @Test func leavesModelsAndEndpointsAloneThatTakeNone() throws {
        var talk = Talk(seed: 7)
        for _ in 0..<6 { talk.grow() }
        var marked: Set<EndpointID> = []
        for manifest in TestProvider.manifests {
            for endpoint in manifest.endpoints {
                let isSubscription = manifest.plan(endpoint.plan)?.isSubscription == true
                for model in manifest.models where model.isChat {
                    let isMarked = try !(Sent(talk.request, to: model, on: endpoint)?.marks.isEmpty ?? true)
                    if isMarked { marked.insert(endpoint.id) }
                    #expect(!isMarked || (model.caching.explicit && !isSubscription), "\(model.id) on \(endpoint.id)")
                    guard !model.caching.explicit else { continue }
                    #expect(try Sent(talk.request, to: model, on: endpoint, cache: .on)?.marks.isEmpty ?? true)
                }
            }
        }
        #expect(marked.isSuperset(of: ["standard-intl", "standard-cn"]))
    }

    @Test func reasoningThatIsDroppedLaterLeavesTheQuestionMarked() throws {
        let question = Talk.text(900)
        let call: JSONValue = ["id": "c", "type": "function", "function": ["name": "f", "arguments": "{}"]]
        var messages: [JSONValue] = [
            ["role": "user", "content": .string(question)],
            ["role": "assistant", "content": "", "reasoning_content": "Hm.", "tool_calls": [call]],
            ["role": "tool", "tool_call_id": "c", "content": "done"],
        ]
        let looping = try Sent(.object(JSONObject([("model", "qwen3.5-plus"), ("messages", .array(messages))])))
        #expect(looping.marks == [0, 2])
        messages += [["role": "assistant", "content": "Well."], ["role": "user", "content": "Next."]]
        let next = try Sent(.object(JSONObject([("model", "qwen3.5-plus"), ("messages", .array(messages))])))
        #expect(next.marks == [0, 4])
        #expect(next.prompt[0] == looping.prompt[0] && next.prompt[1] != looping.prompt[1])
    }

    @Test func escapesStayAsTheyCame() throws {
        let text = #"caf\u00e9 \/ \ud83d\ude00 \t"# + Talk.text(900)
        let body =
            #"{"model":"qwen3.5-plus","messages":[{"role":"system","content":"\#(text)"},"#
            + #"{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]}"#
        var request = try ChatRequest(parsing: Array(body.utf8))
        let target = DialectTarget(
            model: TestProvider.model("qwen3.5-plus"), endpoint: TestProvider.endpoint("standard-intl"))
        #expect(CacheMarks().apply(to: &request, for: target).isEmpty)
        let sent = String(decoding: request.body.joined(), as: UTF8.self)
        let part = #"[{"type":"text","text":"\#(text)","cache_control":{"type":"ephemeral"}}]"#
        #expect(sent.contains(part))
        #expect(sent.ranges(of: "cache_control").count == 3)
    }
}

extension CacheMarksTests {
    /// A conversation that grows by random turns.
    private struct Talk {
        private var random: SplitMix
        private var messages: [JSONValue] = []
        private let tools: [JSONValue]

        init(seed: UInt64) {
            random = SplitMix(seed: seed)
            let length = Int.random(in: 0...2000, using: &random)
            if Bool.random(using: &random) { messages = [["role": "system", "content": .string(Self.text(length))]] }
            let tool: JSONValue = [
                "type": "function", "function": ["name": "look", "description": .string(Self.text(length))],
            ]
            tools = Bool.random(using: &random) ? [tool, tool] : []
        }

        var endsWithUser: Bool { messages.last?["role"] == "user" }

        var request: JSONValue {
            var request = JSONObject([("model", "qwen3.5-plus"), ("messages", .array(messages))])
            if !tools.isEmpty { request["tools"] = .array(tools) }
            return .object(request)
        }

        mutating func grow() {
            if endsWithUser || messages.last?["role"] == "tool" {
                if !tools.isEmpty, Bool.random(using: &random) { return call() }
                messages.append(["role": "assistant", "content": .string(some())])
            }
            messages.append(["role": "user", "content": content()])
        }

        private mutating func call() {
            let ids = (0..<Int.random(in: 1...3, using: &random)).map { "call_\(messages.count)_\($0)" }
            let calls = ids.map { id -> JSONValue in
                ["id": .string(id), "type": "function", "function": ["name": "look", "arguments": "{\"at\":1}"]]
            }
            messages.append(["role": "assistant", "content": "", "tool_calls": .array(calls)])
            for id in ids {
                messages.append(["role": "tool", "tool_call_id": .string(id), "content": .string(some())])
            }
        }

        private mutating func content() -> JSONValue {
            let text = some()
            switch Int.random(in: 0...3, using: &random) {
            case 0:
                return [
                    ["type": "text", "text": .string(text)], ["type": "text", "text": "\u{1F600} \"and\" \\ more"],
                ]
            case 1:
                let image: JSONValue = ["type": "image_url", "image_url": ["url": "https://example.com/a.png"]]
                return [["type": "text", "text": .string(text)], image]
            default: return .string(text)
            }
        }

        private mutating func some() -> String { Self.text(Int.random(in: 1...600, using: &random)) }

        /// The client marks one of its own messages or tools.
        mutating func markSomething() {
            let index = messages.lastIndex { $0["role"] == "user" } ?? 0
            let mark: JSONValue = ["type": "ephemeral"]
            messages[index] =
                Bool.random(using: &random)
                ? ["role": "user", "content": "x", "cache_control": mark]
                : ["role": "user", "content": [["type": "text", "text": "x", "cache_control": mark]]]
        }

        static func text(_ words: Int) -> String {
            (0..<words).map { ["alpha", "gamma", "déjà", "明天"][$0 % 4] + String($0 % 7) }.joined(separator: " ")
        }
    }

    /// A request as it goes out.
    private struct Sent {
        let body: [UInt8]
        /// The tools and each message, as bytes, without marks and what marking a text takes.
        let prompt: [[UInt8]]
        /// Which of `prompt` end with a mark.
        let marks: [Int]
        let isConversation: Bool
        let endsWithUser: Bool

        init(_ request: JSONValue, cache: PromptCaching = .auto) throws {
            let endpoint = TestProvider.endpoint("standard-intl")
            try self.init(shaping: request, to: TestProvider.model("qwen3.5-plus"), on: endpoint, cache: cache)
        }

        /// `nil` for a model that does not take the request at all.
        init?(
            _ request: JSONValue, to model: ModelDescriptor, on endpoint: Endpoint, cache: PromptCaching = .auto
        ) throws {
            do {
                try self.init(shaping: request, to: model, on: endpoint, cache: cache)
            } catch is InferenceError {
                return nil
            }
        }

        private init(
            shaping request: JSONValue, to model: ModelDescriptor, on endpoint: Endpoint, cache: PromptCaching
        ) throws {
            var shaped = try ChatRequest(JSONDocument(request))
            let facts = ConversationFacts(shaped)
            let target = DialectTarget(model: model, endpoint: endpoint, cache: cache, facts: facts)
            _ = try DialectPlan(for: target.site).apply(to: &shaped, for: target)
            body = Array(shaped.body.joined())
            let document = try JSONDocument(body)
            var places = document.root["messages"]?.elements ?? []
            if let tools = document.root["tools"] { places.insert(tools, at: 0) }
            let mark = Array(#","cache_control":{"type":"ephemeral"}"#.utf8)
            var (prompt, marks): ([[UInt8]], [Int]) = ([], [])
            for (index, place) in places.enumerated() {
                var text = Array(place.rawBytes)
                if let range = text.firstRange(of: mark) {
                    marks.append(index)
                    text.removeSubrange(range)
                    let parts = place["content"]?.elements ?? []
                    if parts.count == 1 {
                        let whole = JSONDocument(try JSONDocument(text).root["content"]?.value ?? .null).bytes
                        let words = JSONDocument(.string(parts[0]["text"]?.string ?? "")).bytes
                        if let range = text.firstRange(of: whole) { text.replaceSubrange(range, with: words) }
                    }
                }
                prompt.append(text)
            }
            self.prompt = prompt
            self.marks = marks
            endsWithUser = places.last?["role"]?.string == "user"
            isConversation = places.contains { $0["role"]?.string == "assistant" }
        }
    }
}
