import Inference
import OpenClawGateway
import Testing

@Suite struct DashScopeEncoderTests {
    private static let events: [ChatEvent] = [
        .started(ChatStart(requestID: "r1")), .reasoning("hm"), .text("Hi"), .text("!"),
        .toolCallDelta(ToolCallDelta(index: 0, id: "t1", name: "f")),
        .toolCallDelta(ToolCallDelta(index: 0, arguments: "{}")),
        .toolCall(ToolCall(index: 0, id: "t1", name: "f", arguments: "{}")),
        .usage(Usage(input: 4, output: 2, reasoning: 1)), .finished(.toolCalls),
    ]

    @Test func writesIncrementsToTheByte() throws {
        let text = try Self.encoder(#"{"result_format":"message","incremental_output":true}"#).text(Self.events)
        let message = #""message":{"role":"assistant","content":"#
        #expect(
            text == """
                id:1
                event:result
                :HTTP_STATUS/200
                data:{"output":{"choices":[{"finish_reason":"null",\(message)"","reasoning_content":"hm"}}]},"request_id":"r1"}

                id:2
                event:result
                :HTTP_STATUS/200
                data:{"output":{"choices":[{"finish_reason":"null",\(message)"Hi","reasoning_content":""}}]},"request_id":"r1"}

                id:3
                event:result
                :HTTP_STATUS/200
                data:{"output":{"choices":[{"finish_reason":"null",\(message)"!","reasoning_content":""}}]},"request_id":"r1"}

                id:4
                event:result
                :HTTP_STATUS/200
                data:{"output":{"choices":[{"finish_reason":"null",\(message)"","reasoning_content":"","tool_calls":[{"index":0,"id":"t1","type":"function","function":{"name":"f","arguments":""}}]}}]},"request_id":"r1"}

                id:5
                event:result
                :HTTP_STATUS/200
                data:{"output":{"choices":[{"finish_reason":"null",\(message)"","reasoning_content":"","tool_calls":[{"index":0,"id":"","type":"function","function":{"arguments":"{}"}}]}}]},"request_id":"r1"}

                id:6
                event:result
                :HTTP_STATUS/200
                data:{"output":{"choices":[{"finish_reason":"tool_calls",\(message)"","reasoning_content":""}}]},"usage":{"input_tokens":4,"output_tokens":2,"total_tokens":6,"prompt_tokens_details":{"cached_tokens":0},"output_tokens_details":{"reasoning_tokens":1}},"request_id":"r1"}


                """)
    }

    @Test func repeatsAllSoFarUnlessIncrementsAreAskedFor() throws {
        let text = try Self.encoder(#"{"result_format":"message"}"#).text(Self.events)
        let last = try #require(text.split(separator: "\n").last { $0.hasPrefix("data:") })
        let message = try JSONValue(parsing: String(last.dropFirst(5)))["output"]?["choices"]?[0]?["message"]
        #expect(
            message == [
                "role": "assistant", "content": "Hi!", "reasoning_content": "hm",
                "tool_calls": [
                    ["index": 0, "id": "t1", "type": "function", "function": ["name": "f", "arguments": "{}"]]
                ],
            ])
    }

    @Test(arguments: 1...200)
    func bothWaysOfStreamingSayTheSame(_ seed: UInt64) throws {
        let answer = RandomAnswer(seed: seed)
        let parameters = #""result_format":"message""#
        let whole = try Self.data(Self.encoder("{\(parameters)}").text(answer.events))
        let pieces = try Self.data(Self.encoder("{\(parameters),\"incremental_output\":true}").text(answer.events))
        let last = whole.last?["output"]?["choices"]?[0]?["message"]
        let messages = pieces.compactMap { $0["output"]?["choices"]?[0]?["message"] }
        #expect(last?["content"]?.string == answer.response.text)
        #expect(messages.compactMap { $0["content"]?.string }.joined() == answer.response.text)
        #expect(messages.compactMap { $0["reasoning_content"]?.string }.joined() == answer.response.reasoning)
        let calls = last?["tool_calls"]?.array?.compactMap { $0["function"]?["arguments"]?.string } ?? []
        #expect(calls == answer.response.toolCalls.map(\.arguments))
        #expect(whole.count == pieces.count)
    }

    @Test func writesABareTextWhereAMessageWasNotAskedFor() throws {
        var response = ChatResponse()
        (response.text, response.reasoning, response.finishReason) = ("Hi", "hm", .stop)
        let bare = try JSONValue(parsing: Self.encoder("{}").document(response))
        #expect(bare == ["output": ["finish_reason": "stop", "text": "Hi"], "request_id": "c1"])
        let message = try JSONValue(
            parsing: DashScopeDialect(.multimodal).encoder(#"{"input":{"prompt":"x"}}"#).document(response))
        #expect(message["output"]?["choices"]?[0]?["message"]?["content"] == [["text": "Hi"]])
    }

    @Test func breaksOffWithAnErrorEvent() throws {
        var encoder = try Self.encoder("{}")
        var bytes: [UInt8] = []
        encoder.fail(InferenceError(.rateLimited, "slow down", requestID: "r9"), into: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                id:1
                event:error
                :HTTP_STATUS/429
                data:{"code":"Throttling.RateQuota","message":"slow down","request_id":"r9"}


                """)
    }

    @Test(arguments: [
        (InferenceError(.unauthenticated, "no", serviceCode: "invalid_api_key"), "InvalidApiKey"),
        (InferenceError(.quotaExhausted, "no", serviceCode: "Arrearage"), "Arrearage"),
        (InferenceError(.invalidRequest, "no"), "InvalidParameter"), (InferenceError("odd", "no"), "InternalError"),
    ])
    func tellsFailuresWithTheServicesCodes(_ error: InferenceError, _ code: String) throws {
        let document = try JSONValue(parsing: DashScopeDialect(.text).refusal(error, callID: "c1"))
        #expect(document == ["code": .string(code), "message": "no", "request_id": "c1"])
    }

    private static func encoder(_ parameters: String) throws -> any AnswerEncoder {
        try DashScopeDialect(.text).encoder(#"{"input":{"prompt":"x"},"parameters":\#(parameters)}"#)
    }

    private static func data(_ text: String) throws -> [JSONValue] {
        try text.split(separator: "\n").filter { $0.hasPrefix("data:") }.map {
            try JSONValue(parsing: String($0.dropFirst(5)))
        }
    }
}
