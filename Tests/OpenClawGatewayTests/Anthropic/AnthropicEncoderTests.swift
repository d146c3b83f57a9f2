import Inference
import OpenClawGateway
import Testing

@Suite struct AnthropicEncoderTests {
    private static let plain = #"{"messages":[{"role":"user","content":"x"}]}"#
    private static let thinking =
        #"{"thinking":{"type":"enabled","budget_tokens":9},"messages":[{"role":"user","content":"x"}]}"#
    private let dialect = AnthropicDialect()

    @Test func writesEveryEventToTheByte() throws {
        let text = try dialect.encoder(Self.thinking).text([
            .started(ChatStart(id: "x")), .reasoning("hm"), .text("Hi"),
            .toolCallDelta(ToolCallDelta(index: 0, id: "t1", name: "f")),
            .toolCallDelta(ToolCallDelta(index: 0, arguments: "{}")),
            .toolCall(ToolCall(index: 0, id: "t1", name: "f", arguments: "{}")),
            .usage(Usage(input: 100, output: 8, cacheRead: 60, cacheWrite: 30)), .finished(.toolCalls),
        ])
        #expect(
            text == """
                event: message_start
                data: {"type":"message_start","message":{"id":"msg_c1","type":"message","role":"assistant","model":"my-model","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":0,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":0}}}

                event: content_block_start
                data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"b3BlbmNsYXc="}}

                event: content_block_stop
                data: {"type":"content_block_stop","index":0}

                event: content_block_start
                data: {"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Hi"}}

                event: content_block_stop
                data: {"type":"content_block_stop","index":1}

                event: content_block_start
                data: {"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t1","name":"f","input":{}}}

                event: content_block_delta
                data: {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{}"}}

                event: content_block_stop
                data: {"type":"content_block_stop","index":2}

                event: message_delta
                data: {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"input_tokens":10,"cache_creation_input_tokens":30,"cache_read_input_tokens":60,"output_tokens":8}}

                event: message_stop
                data: {"type":"message_stop"}


                """)
    }

    @Test(arguments: 1...300)
    func everyAnswerIsAValidStream(_ seed: UInt64) throws {
        let answer = RandomAnswer(seed: seed)
        let stream = try AnthropicStreamReader(
            SentEvent.all(in: try dialect.encoder(Self.thinking).stream(answer.events)))
        #expect(stream.texts("text") == answer.response.text)
        #expect(stream.texts("thinking") == answer.response.reasoning)
        let calls = stream.blocks.filter { $0["type"] == "tool_use" }.sorted {
            ($0["id"]?.string ?? "") < ($1["id"]?.string ?? "")
        }
        #expect(calls.compactMap { $0["input"]?.string } == answer.response.toolCalls.map(\.arguments))
        #expect(stream.usage?["input_tokens"]?.int == 30)
        let length = answer.response.finishReason == .length
        #expect((stream.stopReason == "max_tokens") == length)
    }

    @Test func keepsReasoningFromClientsThatDidNotAskForIt() throws {
        let text = try dialect.encoder(Self.plain).text([.reasoning("secret"), .text("Hi"), .finished(.stop)])
        #expect(!text.contains("secret"))
        #expect(text.contains(#""index":0,"content_block":{"type":"text""#))
    }

    @Test func opensTheMessageBeforeItPings() throws {
        var encoder = try dialect.encoder(Self.plain)
        var bytes: [UInt8] = []
        encoder.keepAlive(into: &bytes)
        encoder.keepAlive(into: &bytes)
        #expect(try SentEvent.all(in: bytes).map(\.name) == ["message_start", "ping", "ping"])
    }

    @Test func breaksOffWithAnErrorAndNoEnd() throws {
        var encoder = try dialect.encoder(Self.plain)
        var bytes: [UInt8] = []
        encoder.encode(.text("Hi"), into: &bytes)
        encoder.fail(InferenceError(.unavailable, "down", requestID: "r9"), into: &bytes)
        let events = try SentEvent.all(in: bytes)
        #expect(events.last?.name == "error")
        #expect(
            events.last?.data == [
                "type": "error", "error": ["type": "overloaded_error", "message": "down"], "request_id": "r9",
            ])
        #expect(!events.contains { $0.name == "message_stop" || $0.name == "message_delta" })
    }

    @Test func writesADocument() throws {
        var response = ChatResponse()
        (response.reasoning, response.text, response.finishReason) = ("hm", "Hi", .length)
        response.toolCalls = [
            ToolCall(index: 0, id: "t1", name: "f", arguments: #"{"a":1}"#),
            ToolCall(index: 1, id: "t2", name: "g", arguments: "{\"cut"),
        ]
        response.usage = Usage(input: 5, output: 2)
        let document = try JSONValue(parsing: dialect.encoder(Self.thinking).document(response))
        #expect(
            document == [
                "id": "msg_c1", "type": "message", "role": "assistant", "model": "my-model",
                "content": [
                    ["type": "thinking", "thinking": "hm", "signature": "b3BlbmNsYXc="],
                    ["type": "text", "text": "Hi"],
                    ["type": "tool_use", "id": "t1", "name": "f", "input": ["a": 1]],
                    ["type": "tool_use", "id": "t2", "name": "g", "input": ["invalid_json": "{\"cut"]],
                ],
                "stop_reason": "max_tokens", "stop_sequence": nil,
                "usage": [
                    "input_tokens": 5, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0,
                    "output_tokens": 2,
                ],
            ])
    }

    @Test(arguments: [
        (InferenceError.Code.unauthenticated, 401, "authentication_error"), (.budgetExceeded, 402, "billing_error"),
        (.permissionDenied, 403, "permission_error"), (.modelNotFound, 404, "not_found_error"),
        (.invalidRequest, 400, "invalid_request_error"), (.rateLimited, 429, "rate_limit_error"),
        (.quotaExhausted, 429, "rate_limit_error"), (.unavailable, 529, "overloaded_error"),
        (.deadlineExceeded, 504, "timeout_error"), (.truncated, 502, "api_error"),
        ("odd", 500, "api_error"),
    ])
    func tellsFailuresInTheWordsOfTheProtocol(_ code: InferenceError.Code, _ status: Int, _ type: String) throws {
        let error = InferenceError(code, "no", hint: "openclaw doctor")
        #expect(dialect.status(of: error) == status)
        let document = try JSONValue(parsing: dialect.refusal(error, callID: "c1"))
        #expect(
            document == [
                "type": "error", "error": ["type": .string(type), "message": "no; try: openclaw doctor"],
                "request_id": "c1",
            ])
    }

    @Test func saysThatAPromptIsTooLongInTheWordsThatClientsLookFor() throws {
        let document = try JSONValue(parsing: dialect.refusal(InferenceError(.contextTooLong, "at most 9"), callID: ""))
        #expect(document["error"]?["message"] == "prompt is too long: at most 9")
    }
}
