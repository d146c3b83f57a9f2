import Testing

@testable import QwenSimulator

@Suite struct NativeChatTests {
    private func body(_ model: String, _ parameters: JSON, content: JSON = "Tell me about tea") -> JSON {
        [
            "model": .string(model), "input": ["messages": [["role": "user", "content": content]]],
            "parameters": parameters,
        ]
    }

    @Test func framesWithoutSpacesAndWithoutDone() async throws {
        let answer = try await ServiceHarness().native(
            "text", body("qwen-plus", ["result_format": "message", "incremental_output": true]), stream: true)
        #expect(answer.text.hasPrefix("id:1\nevent:result\n:HTTP_STATUS/200\ndata:{\"output\":"))
        #expect(!answer.text.contains("[DONE]"))
        let choices = answer.events.compactMap { $0["output"]?["choices"]?.array?.first }
        #expect(choices.dropLast().allSatisfy { $0["finish_reason"] == "null" })
        #expect(choices.last?["finish_reason"] == "stop")
        #expect(answer.events.allSatisfy { $0["usage"]?["input_tokens"] != nil })
    }

    @Test func repeatsEverythingUnlessIncrementsAreAsked() async throws {
        let harness = try ServiceHarness()
        func texts(_ incremental: Bool) async -> [String] {
            let parameters: JSON = ["result_format": "message", "incremental_output": .bool(incremental)]
            return await harness.native("text", body("qwen-plus", parameters), stream: true).events
                .compactMap { $0["output"]?["choices"]?.array?.first?["message"]?["content"]?.string }
        }
        let cumulative = await texts(false)
        let increments = await texts(true)
        #expect(zip(cumulative, cumulative.dropFirst()).allSatisfy { $1.hasPrefix($0) })
        #expect(cumulative.last == increments.joined())
    }

    @Test func refusesTheOtherPath() async throws {
        let harness = try ServiceHarness()
        let text = await harness.native("text", body("qwen3.6-plus", [:]))
        let multimodal = await harness.native("multimodal", body("qwen-plus", [:]))
        for answer in [text, multimodal] {
            #expect(answer.status == 400)
            #expect(answer.json["code"] == "InvalidParameter")
            #expect(answer.json["message"] == "url error, please check url！")
        }
        let streamed = await harness.native("text", body("qwen3.6-plus", [:]), stream: true)
        #expect(streamed.text.hasPrefix("id:1\nevent:error\n:HTTP_STATUS/400\ndata:{\"code\":\"InvalidParameter\""))
    }

    @Test func wrapsMultimodalTextInAnArray() async throws {
        let content: JSON = [["image": "https://example.com/a.png"], ["text": "What is this?"]]
        let answer = try await ServiceHarness().native("multimodal", body("qwen3-vl-plus", [:], content: content))
        let message = answer.json["output"]?["choices"]?.array?[0]["message"]
        #expect(message?["content"]?.array?[0]["text"]?.string?.isEmpty == false)
        #expect(answer.json["usage"]?["image_tokens"]?.int == 1026)
    }

    @Test func asksForIncrementsWhenThinking() async throws {
        let parameters: JSON = ["result_format": "message", "enable_thinking": true]
        let answer = try await ServiceHarness().native("text", body("qwen-plus", parameters), stream: true)
        #expect(answer.text.contains("The incremental_output parameter must be \\\"true\\\""))
    }

    @Test(arguments: [
        ("/api/v1/services/aigc/text-generation/generation", "BadRequest.EmptyModel"),
        ("/api/v1/nothing/here", "NotFound"),
    ])
    func namesNativeCodes(path: String, code: String) async throws {
        #expect(try await ServiceHarness().reply(path, [:]).json["code"]?.string == code)
    }
}
