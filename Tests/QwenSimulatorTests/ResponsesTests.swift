import Testing

@testable import QwenSimulator

@Suite struct ResponsesTests {
    private let path = "/compatible-mode/v1/responses"

    private func ask(_ body: JSON, endpoint: String = "standard-intl") async throws -> Answered {
        try await ServiceHarness().reply(path, body, endpoint: endpoint)
    }

    @Test func answersAtOnce() async throws {
        let answer = try await ask([
            "model": "qwen3.5-plus", "input": "What is tea?", "instructions": "Be short.",
            "reasoning": ["effort": "medium"],
        ])
        #expect(answer.status == 200)
        let output = answer.json["output"]?.array ?? []
        #expect(output.map { $0["type"]?.string } == ["reasoning", "message"])
        #expect(output.last?["content"]?.array?.first?["text"]?.string?.contains("tea") == true)
        let usage = answer.json["usage"]
        #expect(usage?["output_tokens_details"]?["reasoning_tokens"]?.int ?? 0 > 0)
        #expect(usage?["x_details"]?.array?.first?["x_billing_type"] == "response_api")
    }

    @Test func numbersTheEventsOfAStreamInOrder() async throws {
        let answer = try await ask([
            "model": "qwen3.5-plus", "input": [["role": "user", "content": [["type": "input_text", "text": "Tea?"]]]],
            "stream": true,
        ])
        let events = answer.events
        #expect(events.compactMap { $0["sequence_number"]?.int } == Array(0..<events.count))
        #expect(events.first?["type"] == "response.created")
        #expect(events.first?["response"]?["status"] == "queued" && events.first?["response"]?["model"] == "")
        #expect(events.last?["type"] == "response.completed")
        let text = events.filter { $0["type"] == "response.output_text.delta" }.compactMap { $0["delta"]?.string }
        let final = events.last?["response"]?["output"]?.array?.last?["content"]?.array?.first?["text"]?.string
        #expect(text.joined() == final)
        #expect(events.contains { $0["type"] == "response.reasoning_summary_text.delta" })
    }

    @Test func callsToolsAndTakesTheirResults() async throws {
        let tool: JSON = [
            "type": "function", "name": "get_weather", "description": "Tells the weather of a city.",
            "parameters": weatherTool["function"]?["parameters"] ?? [:],
        ]
        let request: JSON = [
            "model": "qwen3-max", "input": "What is the weather in Paris?", "tools": [tool], "stream": true,
        ]
        let first = try await ask(request)
        let done = first.events.first { $0["type"] == "response.function_call_arguments.done" }
        #expect(done?["arguments"] == "{\"city\":\"Paris\"}")
        let call = first.events.last?["response"]?["output"]?.array?.last
        #expect(call?["type"] == "function_call")
        let second = try await ask([
            "model": "qwen3-max", "tools": [tool],
            "input": [
                ["role": "user", "content": "What is the weather in Paris?"], call ?? nil,
                ["type": "function_call_output", "call_id": call?["call_id"] ?? nil, "output": "21 degrees"],
            ],
        ])
        let text = second.json["output"]?.array?.last?["content"]?.array?.first?["text"]?.string
        #expect(text?.contains("21 degrees") == true)
    }

    @Test func continuesAnEarlierResponseOfTheSameAccount() async throws {
        let harness = try ServiceHarness()
        let first = await harness.reply(path, ["model": "qwen-plus", "input": "My name is Ada."])
        let id = first.json["id"] ?? nil
        let next: JSON = ["model": "qwen-plus", "input": "And now?", "previous_response_id": id]
        let second = await harness.reply(path, next)
        #expect(second.status == 200)
        let alone = await harness.reply(path, ["model": "qwen-plus", "input": "And now?"])
        let tokens = second.json["usage"]?["input_tokens"]?.int ?? 0
        #expect(tokens > alone.json["usage"]?["input_tokens"]?.int ?? 0)
        let stranger = await harness.reply(path, next, endpoint: "standard-cn")
        #expect(stranger.code == "previous_response_not_found")
    }

    @Test func searchesWithTheToolOfTheService() async throws {
        let answer = try await ask([
            "model": "qwen3.5-plus", "input": "News?", "tools": [["type": "web_search"]], "stream": true,
        ])
        #expect(answer.events.contains { $0["type"] == "response.web_search_call.searching" })
        let usage = answer.events.last?["response"]?["usage"]
        #expect(usage?["x_tools"]?["web_search"]?["count"] == 1)
    }

    @Test func isMissingWhereThePlanOrTheModelLacksIt() async throws {
        let body: JSON = ["model": "glm-4.7", "input": "Hi"]
        let coding = try await ServiceHarness().reply("/v1/responses", body, endpoint: "coding-intl")
        #expect(coding.status == 404 && coding.text.isEmpty)
        #expect(try await ask(body, endpoint: "standard-cn").code == "model_not_supported")
        #expect(try await ask(["model": "qwen3.7-max", "input": "Hi"], endpoint: "token-plan-intl").status == 200)
    }

    @Test func failsInsideOfAStream() async throws {
        let answer = try await ServiceHarness().reply(
            path, ["model": "qwen-plus", "input": "Hi", "stream": true],
            headers: [("x-simulator-fault", "mid-stream-error@chunks=3,error=internal_error")])
        #expect(answer.events.last?["type"] == "response.failed")
        #expect(answer.events.last?["response"]?["error"]?["code"] == "internal_error")
    }
}
