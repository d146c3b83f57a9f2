import NIOHTTP1
import Testing

@testable import QwenSimulator

@Suite struct ChatRouteTests {
    @Test(arguments: [
        ("qwen3.5-plus", true), ("qwen3-max", false), ("qwen3-coder-plus", false), ("glm-5", true),
        ("kimi-k2.5", false), ("MiniMax-M2.5", true), ("deepseek-v4-pro", true), ("qwen3.8-max", true),
    ])
    func thinksByDefaultAsTheFamilyDoes(model: String, thinks: Bool) async throws {
        let body: JSON = ["model": .string(model), "messages": user("Hi"), "stream": true]
        let answer = try await ServiceHarness().chat(body, endpoint: "standard-cn")
        #expect(answer.joined("reasoning_content").isEmpty != thinks)
        #expect(!answer.joined("content").isEmpty)
    }

    @Test func streamsInTheRecordedShape() async throws {
        let body: JSON = [
            "model": "qwen3.6-plus", "messages": user("Hi"), "stream": true, "stream_options": ["include_usage": true],
        ]
        let answer = try await ServiceHarness().chat(body)
        let first = try #require(answer.deltas.first)
        #expect(first == ["role": "assistant", "content": nil, "reasoning_content": ""])
        #expect(answer.deltas[1].object?["content"] == .null)
        #expect(answer.deltas.contains { $0.object?["reasoning_content"] == .null && $0["content"] != nil })
        let last = try #require(answer.events.last)
        #expect(last["choices"] == [])
        #expect(last["usage"]?["completion_tokens_details"]?["reasoning_tokens"]?.int ?? 0 > 0)
        #expect(answer.events.dropLast().allSatisfy { $0.object?["usage"] == .null })
        #expect(answer.text.hasSuffix("data: [DONE]\n\n"))
        #expect(answer.headers.first(name: "content-type")?.hasPrefix("text/event-stream") == true)
    }

    @Test func sendsNoUsageUnasked() async throws {
        let answer = try await ServiceHarness().chat(["model": "qwen-plus", "messages": user("Hi"), "stream": true])
        #expect(answer.deltas.first == ["role": "assistant", "content": ""])
        #expect(answer.events.allSatisfy { $0["choices"] != [] })
        #expect(answer.events.last?["choices"]?.array?.first?["finish_reason"] == "stop")
    }

    @Test func continuesToolCallsWithEmptyIdentifiers() async throws {
        let body: JSON = [
            "model": "qwen3-max", "messages": user("What is the weather in Paris and London?"), "stream": true,
            "tools": [weatherTool], "parallel_tool_calls": true,
        ]
        let answer = try await ServiceHarness().chat(body)
        let calls = answer.deltas.flatMap { $0["tool_calls"]?.array ?? [] }
        let starts = calls.filter { $0["id"]?.string?.isEmpty == false }
        #expect(starts.map { $0["index"]?.int } == [0, 1])
        #expect(starts.allSatisfy { $0["function"]?["arguments"] == "" })
        for index in 0...1 {
            let rest = calls.filter { $0["index"]?.int == index && $0["id"] == "" }
            let arguments = rest.compactMap { $0["function"]?["arguments"]?.string }
            #expect(arguments.count > 1)
            #expect(try JSONParser.parse(arguments.joined()) == ["city": index == 0 ? "Paris" : "London"])
        }
        #expect(answer.events.last?["choices"]?.array?.first?["finish_reason"] == "tool_calls")
    }

    @Test(arguments: [(false, 1), (true, 2)])
    func sendsArgumentsInOneChunkUnlessToolStream(toolStream: Bool, atLeast: Int) async throws {
        let body: JSON = [
            "model": "glm-5", "messages": user("get_weather for Paris please"), "stream": true, "tools": [weatherTool],
            "tool_stream": .bool(toolStream),
        ]
        let answer = try await ServiceHarness().chat(body, endpoint: "standard-cn")
        let calls = answer.deltas.flatMap { $0["tool_calls"]?.array ?? [] }
        let filled = calls.filter { $0["function"]?["arguments"]?.string?.isEmpty == false }
        #expect(toolStream ? filled.count >= atLeast : filled.count == 1)
    }

    @Test func answersToolResults() async throws {
        let call: JSON = ["id": "call_1", "type": "function", "function": ["name": "get_weather", "arguments": "{}"]]
        let messages: JSON = [
            ["role": "user", "content": "What is the weather?"],
            ["role": "assistant", "content": "", "tool_calls": [call]],
            ["role": "tool", "tool_call_id": "call_1", "content": "21 degrees"],
        ]
        let answer = try await ServiceHarness().chat([
            "model": "qwen3-max", "messages": messages, "tools": [weatherTool],
        ])
        #expect(answer.json["choices"]?.array?[0]["message"]?["content"]?.string?.contains("21 degrees") == true)
    }

    @Test func callsWithEmptyTextAndIndexAtOnce() async throws {
        let body: JSON = ["model": "qwen3-max", "messages": user("weather in Paris"), "tools": [weatherTool]]
        let choice = try await ServiceHarness().chat(body).json["choices"]?.array?[0]
        #expect(choice?["finish_reason"] == "tool_calls")
        #expect(choice?["message"]?["content"] == "")
        #expect(choice?["message"]?["tool_calls"]?.array?[0]["index"] == 0)
    }

    @Test func repeatsTheWholeTextForCumulativeModels() async throws {
        let body: JSON = [
            "model": "qwen-mt-plus", "messages": user("Good morning, my friend"), "stream": true,
            "translation_options": ["source_lang": "auto", "target_lang": "Chinese"],
        ]
        let texts = try await ServiceHarness().chat(body).deltas.compactMap { $0["content"]?.string }.filter {
            !$0.isEmpty
        }
        #expect(texts.count > 2)
        #expect(zip(texts, texts.dropFirst()).allSatisfy { $1.hasPrefix($0) })
    }

    @Test func cutsAtTheLimit() async throws {
        let body: JSON = ["model": "qwen-plus", "messages": user("Hi"), "max_tokens": 5]
        let json = try await ServiceHarness().chat(body).json
        #expect(json["choices"]?.array?[0]["finish_reason"] == "length")
        #expect(json["usage"]?["completion_tokens"] == 5)
    }

    @Test func isTheSameForTheSameSeedOnly() async throws {
        func text(_ seed: UInt64) async throws -> JSON? {
            let harness = try ServiceHarness(.init(seed: seed))
            return await harness.chat(["model": "qwen-plus", "messages": user("Tell me about tea")])
                .json["choices"]?.array?[0]["message"]
        }
        #expect(try await text(1) == text(1))
        #expect(try await text(1) != text(2))
    }

    @Test func streamsWhatItAnswersAtOnce() async throws {
        let harness = try ServiceHarness()
        var body: JSONObject = ["model": "qwen-plus", "messages": user("介绍一下茶 🙂")]
        let whole = await harness.chat(.object(body)).json["choices"]?.array?[0]["message"]?["content"]?.string
        body["stream"] = true
        let streamed = await harness.chat(.object(body)).joined("content")
        #expect(streamed == whole)
        #expect(streamed.contains("茶"))
    }

    @Test func countsCachedPrefixes() async throws {
        let harness = try ServiceHarness()
        let long = String(repeating: "All work and no play. ", count: 100)
        func cached(_ question: String) async -> Int? {
            let messages: JSON = [
                ["role": "system", "content": .string(long)], ["role": "user", "content": .string(question)],
            ]
            return await harness.chat(["model": "qwen-plus", "messages": messages])
                .json["usage"]?["prompt_tokens_details"]?["cached_tokens"]?.int
        }
        #expect(await cached("First?") == 0)
        #expect(await cached("Second?") ?? 0 >= 256)
    }

    @Test func createsThenHitsMarkedPrefixes() async throws {
        let harness = try ServiceHarness()
        let long = String(repeating: "All work and no play. ", count: 400)
        let part: JSON = ["type": "text", "text": .string(long), "cache_control": ["type": "ephemeral"]]
        let messages: JSON = [["role": "system", "content": [part]], ["role": "user", "content": "Hi"]]
        let body: JSON = ["model": "qwen-plus", "messages": messages]
        let first = await harness.chat(body).json["usage"]?["prompt_tokens_details"]
        let second = await harness.chat(body).json["usage"]?["prompt_tokens_details"]
        let created = try #require(first?["cache_creation_input_tokens"]?.int)
        #expect(created >= 1024 && first?["cached_tokens"] == 0)
        #expect(second?["cached_tokens"]?.int == created && second?["cache_creation_input_tokens"] == 0)
        #expect(second?["cache_type"] == "ephemeral")
    }

    @Test func speaksMessages() async throws {
        let body: JSON = [
            "model": "qwen3.6-plus", "max_tokens": 500, "messages": user("What is the weather in Paris?"),
            "stream": true,
            "tools": [
                [
                    "name": "get_weather", "description": "Weather",
                    "input_schema": ["type": "object", "properties": ["city": ["type": "string"]]],
                ]
            ],
        ]
        let answer = try await ServiceHarness().reply("/apps/anthropic/v1/messages", body)
        let types = answer.events.compactMap { $0["type"]?.string }
        #expect(types.first == "message_start" && types.last == "message_stop")
        let blocks = answer.events.compactMap { $0["content_block"]?["type"]?.string }
        #expect(blocks == ["thinking", "tool_use"])
        #expect(answer.events.contains { $0["delta"]?["stop_reason"] == "tool_use" })
        #expect(answer.events.contains { $0["delta"]?["type"] == "signature_delta" && $0["delta"]?["signature"] == "" })
    }
}
