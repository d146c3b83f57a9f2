import Inference
import OpenClawGateway
import Testing

@Suite struct ResponsesEncoderTests {
    private static let plain = #"{"input":"x","metadata":{"k":"v"}}"#
    private let dialect = ResponsesDialect()

    @Test func writesEveryEventInOrder() throws {
        let bytes = try dialect.encoder(Self.plain).stream([
            .started(ChatStart(id: "x")), .reasoning("hm"), .text("Hi"), .text("!"),
            .toolCallDelta(ToolCallDelta(index: 0, id: "t1", name: "f", arguments: "{}")),
            .toolCall(ToolCall(index: 0, id: "t1", name: "f", arguments: "{}")),
            .usage(Usage(input: 10, output: 8, cacheRead: 6, reasoning: 3)), .finished(.toolCalls),
        ])
        let events = try SentEvent.all(in: bytes)
        #expect(
            events.map { $0.name.replacing("response.", with: "") } == [
                "created", "in_progress", "output_item.added", "reasoning_summary_part.added",
                "reasoning_summary_text.delta", "reasoning_summary_text.done", "reasoning_summary_part.done",
                "output_item.done", "output_item.added", "content_part.added", "output_text.delta",
                "output_text.delta", "output_text.done", "content_part.done", "output_item.done", "output_item.added",
                "function_call_arguments.delta", "function_call_arguments.done", "output_item.done", "completed",
            ])
        let response = try #require(events.last?.data["response"])
        #expect(response["usage"]?["input_tokens_details"]?["cached_tokens"] == 6)
        #expect(response["usage"]?["output_tokens_details"]?["reasoning_tokens"] == 3)
        #expect(response["metadata"] == ["k": "v"])
        #expect(response["id"] == "resp_c1")
        #expect(
            response["output"]?[2] == [
                "id": "fc_c1_2", "type": "function_call", "status": "completed", "call_id": "t1", "name": "f",
                "arguments": "{}",
            ])
    }

    @Test func writesADeltaToTheByte() throws {
        var encoder = try dialect.encoder(Self.plain)
        var bytes: [UInt8] = []
        encoder.encode(.text("a"), into: &bytes)
        bytes = []
        encoder.encode(.text("b\n"), into: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                event: response.output_text.delta
                data: {"type":"response.output_text.delta","sequence_number":5,"item_id":"msg_c1_0","output_index":0,"content_index":0,"delta":"b\\n","logprobs":[]}


                """)
    }

    @Test(arguments: 1...300)
    func everyAnswerIsAValidStreamAndTheSameDocument(_ seed: UInt64) throws {
        let answer = RandomAnswer(seed: seed)
        let tools = #"[{"type":"custom","name":"tool_1"},{"type":"function","name":"tool_0"}]"#
        let encoder = try dialect.encoder(#"{"input":"x","tools":\#(tools)}"#)
        let stream = try ResponsesStreamReader(SentEvent.all(in: encoder.stream(answer.events)))
        #expect(stream.texts("message") == answer.response.text)
        #expect(stream.texts("reasoning") == answer.response.reasoning)
        #expect(stream.response?["output"]?.array == stream.items)
        let status = answer.response.finishReason == .length ? "incomplete" : "completed"
        #expect(stream.response?["status"]?.string == status)
        let document = try JSONValue(parsing: encoder.document(answer.response))
        #expect(document["status"] == stream.response?["status"])
        #expect(document["usage"] == stream.response?["usage"])
        let calls = stream.items.filter { $0["call_id"] != nil }.compactMap { $0["call_id"]?.string }
        #expect(calls.sorted() == document["output"]?.array?.compactMap { $0["call_id"]?.string })
    }

    @Test func givesFreeTextBackAsItWas() throws {
        let encoder = try dialect.encoder(
            #"{"input":"x","tools":[{"type":"custom","name":"patch"},{"type":"namespace","name":"ns","tools":[{"type":"function","name":"read"}]}]}"#
        )
        let call = ToolCall(index: 0, id: "t1", name: "patch", arguments: #"{"input":"a\nb"}"#)
        let other = ToolCall(index: 1, id: "t2", name: "ns__read", arguments: "{}")
        let stream = try ResponsesStreamReader(
            SentEvent.all(in: encoder.stream([.toolCall(call), .toolCall(other), .finished(.toolCalls)])))
        #expect(
            stream.items == [
                [
                    "id": "ctc_c1_0", "type": "custom_tool_call", "status": "completed", "call_id": "t1",
                    "name": "patch", "input": "a\nb",
                ],
                [
                    "id": "fc_c1_1", "type": "function_call", "status": "completed", "call_id": "t2", "name": "read",
                    "namespace": "ns", "arguments": "{}",
                ],
            ])
    }

    @Test func breaksOffWithAFailedResponse() throws {
        var encoder = try dialect.encoder(Self.plain)
        var bytes: [UInt8] = []
        encoder.keepAlive(into: &bytes)
        encoder.encode(.text("Hi"), into: &bytes)
        encoder.fail(InferenceError(.rateLimited, "slow down", retryAfter: .seconds(2)), into: &bytes)
        let response = try ResponsesStreamReader(SentEvent.all(in: bytes)).response
        #expect(response?["status"] == "failed")
        #expect(response?["error"] == ["code": "rate_limit_exceeded", "message": "slow down; try again in 2s"])
    }

    @Test func saysWhyAnAnswerIsIncomplete() throws {
        var response = ChatResponse()
        (response.text, response.finishReason) = ("Hi", .length)
        let document = try JSONValue(parsing: dialect.encoder(Self.plain).document(response))
        #expect(document["incomplete_details"] == ["reason": "max_output_tokens"])
        #expect(document["output"]?[0]?["status"] == "incomplete")
        #expect(document["usage"] == .null)
    }
}
