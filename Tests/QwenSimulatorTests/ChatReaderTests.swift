import Testing

@testable import QwenSimulator

@Suite struct ChatReaderTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let model: String
        let extra: JSONObject
        let text: String
        var messages: JSON = user("Hi")
        var status = 400

        var testDescription: String { "\(model) \(JSON.object(extra).text)" }
    }

    /// dashscope-text 2.1 to 2.3 and 3.4, with the texts of the official error catalogue.
    static let refusals: [Refusal] = [
        .init(
            model: "qwen-plus", extra: [:], text: "developer is not one of ['system', 'assistant', 'user', 'tool'",
            messages: [["role": "developer", "content": "x"], ["role": "user", "content": "Hi"]]),
        .init(model: "qwen-plus", extra: [:], text: "[] is too short", messages: []),
        .init(
            model: "qwen-plus", extra: [:], text: "The content field is a required field.", messages: [["role": "user"]]
        ),
        .init(
            model: "qwen-plus", extra: [:], text: "The input messages do not contain elements with the role of user.",
            messages: [["role": "system", "content": "x"]]),
        .init(
            model: "qwen-plus", extra: [:], text: "System message must be at the beginning.",
            messages: [["role": "user", "content": "x"], ["role": "system", "content": "x"]]),
        .init(
            model: "qwen-plus", extra: [:],
            text: "messages with role \"tool\" must be a response to a preceeding message",
            messages: [["role": "user", "content": "x"], ["role": "tool", "tool_call_id": "a", "content": "x"]]),
        .init(
            model: "qwen-plus", extra: [:],
            text: "An assistant message with \"tool_calls\" must be followed by tool messages",
            messages: [
                ["role": "user", "content": "x"],
                ["role": "assistant", "content": "", "tool_calls": [["id": "a"]]], ["role": "user", "content": "x"],
            ]),
        .init(
            model: "qwen-plus", extra: [:], text: "list index out of range",
            messages: [["role": "user", "content": "x"], ["role": "assistant", "content": "x"]], status: 500),
        .init(model: "qwen-plus", extra: ["temperature": 2], text: "Temperature should be in [0.0, 2.0)"),
        .init(model: "qwen-plus", extra: ["top_p": 0], text: "Range of top_p should be (0.0, 1.0]"),
        .init(model: "qwen-plus", extra: ["presence_penalty": 3], text: "Presence_penalty should be in [-2.0, 2.0]"),
        .init(model: "qwen-plus", extra: ["max_tokens": 32_769], text: "Range of max_tokens should be [1, 32768]"),
        .init(model: "kimi-k2.5", extra: ["max_tokens": 20_000], text: "Range of max_tokens should be [1, 16384]"),
        .init(model: "qwen-plus", extra: ["max_tokens": 0], text: "Range of max_tokens should be [1, 32768]"),
        .init(model: "qwen-plus", extra: ["n": 5], text: "Range of n should be [1, 4]"),
        .init(model: "qwen-plus", extra: ["n": 2, "tools": [weatherTool]], text: "Range of n should be [1, 1]"),
        .init(model: "qwen-plus", extra: ["seed": -1], text: "-1 is lesser than the minimum of 0 - 'seed'"),
        .init(model: "qwen-plus", extra: ["stop": ["a", 1]], text: "The \"stop\" parameter must be of type"),
        .init(
            model: "qwen-plus", extra: ["response_format": ["type": "json_object"]],
            text: "'messages' must contain the word 'json' in some form"),
        .init(
            model: "qwen-plus", extra: ["response_format": ["type": "json_object"], "enable_thinking": true],
            text: "Json mode response is not supported when enable_thinking is true", messages: user("As json")),
        .init(
            model: "glm-5", extra: ["response_format": ["type": "json_object"]],
            text: "Json mode response is not supported when enable_thinking is true", messages: user("As json")),
        .init(
            model: "qwen-plus", extra: ["response_format": ["type": "json_schema", "json_schema": ["schema": [:]]]],
            text: "Unknown format of response_format"),
        .init(
            model: "qwen-plus", extra: ["tools": [["type": "function", "function": ["name": "search"]]]],
            text: "Tool names are not allowed to be [search]"),
        .init(
            model: "qwen3.6-plus",
            extra: ["tools": [weatherTool], "tool_choice": ["type": "function", "function": ["name": "get_weather"]]],
            text: "The tool_choice parameter does not support being set to required or object in thinking mode"),
        .init(
            model: "qwen-plus", extra: ["tools": [weatherTool], "tool_choice": "required"],
            text: "tool_choice is one of the strings that should be [\"none\", \"auto\"]"),
        .init(model: "qwen-vl-max", extra: ["tools": [weatherTool]], text: "The tool call is not supported."),
        .init(model: "qwq-plus", extra: [:], text: "This model only support stream mode"),
        .init(
            model: "qwen3-8b", extra: [:],
            text: "parameter.enable_thinking must be set to false for non-streaming calls"),
        .init(
            model: "MiniMax-M2.5", extra: ["enable_thinking": false],
            text: "The value of the enable_thinking parameter is restricted to True."),
        .init(
            model: "qwen3-coder-plus", extra: ["enable_thinking": true],
            text: "The model qwen3-coder-plus does not support enable_thinking."),
        .init(
            model: "qwen3.6-plus", extra: ["thinking_budget": 100_000],
            text: "The thinking_budget parameter must be a positive integer and not greater than 81920"),
        .init(model: "glm-5", extra: ["enable_search": true], text: "This model does not support enable_search."),
        .init(model: "qwen-mt-plus", extra: [:], text: "暂时不支持当前设置的语种"),
        .init(
            model: "qwen-max", extra: [:], text: "input content must be a string.",
            messages: [
                ["role": "user", "content": [["type": "image_url", "image_url": ["url": "https://a.example/b"]]]]
            ]),
        .init(model: "no-such-model", extra: [:], text: "The model `no-such-model` does not exist", status: 404),
        .init(model: "text-embedding-v4", extra: [:], text: "Unsupported model `text-embedding-v4`", status: 404),
    ]

    @Test(arguments: refusals)
    func refusesWithTheTextOfTheService(_ refusal: Refusal) async throws {
        let body: JSONObject = ["model": .string(refusal.model), "messages": refusal.messages]
        let answer = try await ServiceHarness().chat(.object(body.merging(refusal.extra)), endpoint: "standard-cn")
        #expect(answer.status == refusal.status)
        #expect(answer.message.contains(refusal.text), "\(answer.text)")
    }

    @Test func tellsUnknownModelsApartByPlan() async throws {
        let harness = try ServiceHarness()
        let body: JSON = ["model": "qwen-plus", "messages": user("Hi")]
        #expect(await harness.chat(body, endpoint: "coding-intl").message == "model 'qwen-plus' is not supported")
        #expect(await harness.chat(body, endpoint: "token-plan-cn").message == "Model not exist.")
    }

    @Test func forgetsArraysOfFlatModelsUnlessThereAreTools() async throws {
        let harness = try ServiceHarness()
        let messages: JSON = [["role": "user", "content": [["type": "text", "text": "About bamboo"]]]]
        var body: JSONObject = ["model": "glm-5", "messages": messages, "enable_thinking": false]
        #expect(await !harness.chat(.object(body), endpoint: "standard-cn").text.contains("bamboo"))
        body["tools"] = [weatherTool]
        #expect(await harness.chat(.object(body), endpoint: "standard-cn").text.contains("bamboo"))
    }

    @Test func refusesInputsThatAreTooLong() async throws {
        let long = String(repeating: "word ", count: 8500)
        let body: JSON = [
            "model": "qwen-mt-flash", "messages": user(long), "translation_options": ["target_lang": "French"],
        ]
        #expect(try await ServiceHarness().chat(body).message.contains("Range of input length should be [1, 8192]"))
    }
}
