import HTTPTypes
import Inference
import Testing

@testable import Qwen

@Suite struct QwenChatModelTests {
    let model = QwenChatModel(classifier: TestProvider.classifier)

    private func exchange(
        _ request: ChatRequest, model id: ModelID = "qwen3.5-plus", context: CallContext = TestProvider.context()
    ) throws -> ChatExchange {
        try model.exchange(for: request, model: TestProvider.model(id), context: context)
    }

    private func body(_ exchange: ChatExchange) throws -> JSONValue {
        try JSONValue(parsing: Array(exchange.request.body.joined()))
    }

    @Test(arguments: [
        ("standard-intl", "dashscope-intl.aliyuncs.com", "/compatible-mode/v1/chat/completions"),
        ("coding-cn", "coding.dashscope.aliyuncs.com", "/v1/chat/completions"),
    ])
    func goesToTheEndpointWithItsKey(_ endpoint: String, _ host: String, _ path: String) throws {
        let head = try exchange(
            ChatRequest(model: "qwen3.5-plus", messages: [.user("hi")]),
            context: TestProvider.context(EndpointID(endpoint), key: "sk-abc")
        ).request.head
        #expect(head.method == .post)
        #expect(head.scheme == "https")
        #expect(head.authority == host)
        #expect(head.path == path)
        #expect(head.headerFields[.authorization] == "Bearer sk-abc")
        #expect(head.headerFields[.userAgent] == "openclaw/test")
        #expect(head.headerFields[.contentType] == "application/json")
        #expect(head.headerFields[.accept] == "text/event-stream")
        #expect(!head.headerFields.contains { $0.name.canonicalName.hasPrefix("x-dashscope") })
    }

    @Test(
        arguments: [
            ("qwen3-max", nil, false), ("qwen3.5-plus", nil, true), ("qwen3.5-plus", .off, false),
            ("qwq-plus", nil, true),
        ] as [(ModelID, ThinkingSetting?, Bool)])
    func whatIsWantedWholeIsStreamedOnlyWhereItHasToBe(
        _ id: ModelID, _ thinking: ThinkingSetting?, _ isStreamed: Bool
    ) throws {
        var request = ChatRequest(model: id, messages: [.user("hi")], options: ChatOptions(thinking: thinking))
        request.streamOptionsIncludeUsage = true
        let exchange = try model.exchange(
            for: request, model: TestProvider.model(id), context: TestProvider.context(),
            delivery: ChatDelivery(isStreamed: false, includesUsage: false))
        let body = try body(exchange)
        // Without the member an answer is given whole.
        #expect(exchange.isStreamed == isStreamed && body["stream"] == (isStreamed ? true : nil))
        #expect((body["stream_options"] != nil) == isStreamed)
        let accept = exchange.request.head.headerFields[.accept]
        #expect(accept == (isStreamed ? "text/event-stream" : "application/json"))
    }

    @Test(arguments: [
        "http://127.0.0.1:4010/v1", "http://127.0.0.1:4010/v1/", " http://127.0.0.1:4010/v1/chat/completions/",
        "HTTP://127.0.0.1:4010/v1?x=1",
    ])
    func takesBaseURLsAsPeoplePasteThem(_ text: String) throws {
        var context = TestProvider.context()
        context.endpoint.baseURL = text
        let head = try exchange(ChatRequest(model: "m", messages: [.user("hi")]), context: context).request.head
        #expect(head.scheme == "http")
        #expect(head.authority == "127.0.0.1:4010")
        #expect(head.path == "/v1/chat/completions")
    }

    @Test func refusesAPlaceOfAWorkspaceAndAMissingKey() throws {
        var context = TestProvider.context()
        context.endpoint.baseURL = "https://{workspace}.eu-central-1.maas.aliyuncs.com/v1"
        let request = ChatRequest(model: "m", messages: [.user("hi")])
        #expect(throws: InferenceError.self) { try exchange(request, context: context) }
        let error = #expect(throws: InferenceError.self) {
            try exchange(request, context: TestProvider.context(key: " "))
        }
        #expect(error?.code == .unauthenticated)
    }

    @Test func alwaysStreamsAndAsksForUsage() throws {
        let request = try ChatRequest(
            parsing: Array(#"{"model":"qwen3.5-plus","messages":[{"role":"user","content":"hi"}]}"#.utf8))
        let body = try body(exchange(request))
        #expect(body["stream"] == true)
        #expect(body["stream_options"]?["include_usage"] == true)
        #expect(body["enable_thinking"] == nil)
    }

    @Test func uploadedMediaNeedAHeader() throws {
        let name = try #require(HTTPField.Name("x-dashscope-ossresourceresolve"))
        let uploaded = ChatRequest(
            model: "qwen3.5-plus", messages: [.user([.image(.url("oss://dir/a.png")), .text("what?")])])
        let linked = ChatRequest(
            model: "qwen3.5-plus", messages: [.user([.image(.url("https://e.example/oss://a.png")), .text("what?")])])
        #expect(try exchange(uploaded).request.head.headerFields[name] == "enable")
        #expect(try exchange(linked).request.head.headerFields[name] == nil)
    }

    @Test func keepsWhatItDoesNotKnow() throws {
        let text =
            #"{"model":"qwen3.5-plus","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://e.example/a.png"},"max_pixels":1.50}]}],"new_member":{"b":1,"a":[1e3]},"stream":true,"stream_options":{"include_usage":true}}"#
        let exchange = try exchange(ChatRequest(parsing: Array(text.utf8)))
        #expect(String(decoding: Array(exchange.request.body.joined()), as: UTF8.self) == text)
        #expect(exchange.adjustments == [])
    }

    @Test(arguments: [
        (ThinkingSetting.off, "qwen3.5-plus", #"{"enable_thinking":false}"#),
        (.on, "qwen3.5-plus", #"{"enable_thinking":true}"#),
        (.budget(2_000), "qwen3.5-plus", #"{"enable_thinking":true,"thinking_budget":2000}"#),
        (.level(.low), "qwen3.5-plus", #"{"enable_thinking":true,"thinking_budget":4096}"#),
        (.level(.max), "qwen3.5-plus", #"{"enable_thinking":true}"#),
        (.level(.off), "qwen3.8-max", #"{"reasoning_effort":"none"}"#),
        (.level(.high), "qwen3.8-max", #"{"reasoning_effort":"xhigh"}"#),
        (.off, "MiniMax-M2.5", "{}"),
        (.level(.high), "qwen3-coder-plus", "{}"),
        (.level(.adaptive), "qwen3-max-2026-01-23", #"{"enable_thinking":true}"#),
    ])
    func oneFunctionDecidesThinking(_ setting: ThinkingSetting, _ id: String, _ expected: String) throws {
        let request = ChatRequest(model: ModelID(id), messages: [.user("hi")], options: ChatOptions(thinking: setting))
        let body = try body(exchange(request, model: ModelID(id)))
        let members = ["enable_thinking", "thinking_budget", "reasoning_effort"].compactMap { name in
            body[name].map { (name, $0) }
        }
        #expect(JSONValue.object(JSONObject(members)).sortedText == expected)
    }

    @Test(
        arguments: [
            ("output-limit-range", "Range of max_tokens should be [1, 8192]", "max_tokens", JSONValue.int(8_192)),
            ("thinking-budget-range", "not greater than 1024", "thinking_budget", .int(1_024)),
            ("thinking-budget-range", "not greater than 0", "thinking_budget", nil),
            ("thinking-budget-refused", "", "thinking_budget", nil),
            ("thinking-refused", "", "enable_thinking", nil),
            ("json-while-thinking", "", "enable_thinking", false),
            ("parallel-tools-refused", "", "parallel_tool_calls", .some(.null)),
        ] as [(String, String, String, JSONValue?)])
    func repairsOnce(_ rule: String, _ message: String, _ member: String, _ expected: JSONValue?) throws {
        let request = ChatRequest(
            model: "m", messages: [.user("hi")],
            options: ChatOptions(
                maxTokens: 99_999, parallelToolCalls: true, thinking: .budget(50_000)))
        let error = InferenceError(.invalidRequest, message, rule: rule)
        let repaired = try #require(model.repaired(request, model: TestProvider.model("m"), after: error))
        #expect(repaired.request[member: member] == expected)
        #expect(repaired.adjustment.rule.hasPrefix("repair-"))
        let again = model.repaired(repaired.request, model: TestProvider.model("m"), after: error)
        // A second repair, if anybody asked for one, would not repeat the first.
        #expect(again?.adjustment != repaired.adjustment)
    }

    @Test func repairsALevelThatBecameABudget() throws {
        let request = ChatRequest(
            model: "m", messages: [.user("hi")], options: ChatOptions(thinking: .level(.low)))
        let error = InferenceError(.invalidRequest, "not greater than 0", rule: "thinking-budget-range")
        let repaired = try #require(model.repaired(request, model: TestProvider.model("m"), after: error))
        #expect(repaired.request.thinking == .on)
        #expect(model.repaired(repaired.request, model: TestProvider.model("m"), after: error) == nil)
    }

    @Test func doesNotRepairWhatNoChangeCures() {
        let request = ChatRequest(model: "m", messages: [.user("hi")])
        for rule in ["key-refused", "output-limit-range", "stream-only", "nobody's rule"] {
            let error = InferenceError(.invalidRequest, "", rule: rule)
            #expect(model.repaired(request, model: TestProvider.model("m"), after: error) == nil)
        }
    }
}
