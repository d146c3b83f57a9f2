import Inference
import Testing

struct ChatResponseTests {
    static func fold(_ events: [ChatEvent]) -> ChatResponseBuilder {
        events.reduce(into: ChatResponseBuilder()) { $0.add($1) }
    }

    @Test func assemblesParallelCallsByIndex() {
        let builder = Self.fold([
            .toolCallDelta(ToolCallDelta(index: 1, id: "b", name: "g")),
            .toolCallDelta(ToolCallDelta(index: 0, id: "a", name: "f", arguments: "{\"x\"")),
            .toolCallDelta(ToolCallDelta(index: 1, id: "", arguments: "{}")),
            .toolCallDelta(ToolCallDelta(index: 0, arguments: ":1}")),
            .finished(.toolCalls),
        ])
        #expect(
            builder.response.toolCalls == [
                ToolCall(index: 0, id: "a", name: "f", arguments: #"{"x":1}"#),
                ToolCall(index: 1, id: "b", name: "g", arguments: "{}"),
            ])
        #expect(builder.pending.isEmpty)
    }

    @Test func aCompleteCallReplacesItsPieces() {
        let call = ToolCall(index: 0, id: "a", name: "f", arguments: "{}")
        let builder = Self.fold([
            .toolCallDelta(ToolCallDelta(index: 0, id: "a", name: "f", arguments: "{")), .toolCall(call),
            .finished(.stop),
        ])
        #expect(builder.response.toolCalls == [call])
    }

    @Test func anUnfinishedCallIsNotACall() {
        let builder = Self.fold([.text("x"), .toolCallDelta(ToolCallDelta(index: 0, id: "a", name: "f"))])
        #expect(builder.response.toolCalls.isEmpty)
        #expect(builder.pending[0]?.name == "f")
        #expect(builder.response.finishReason == nil)
        #expect(builder.response.text == "x")
    }

    @Test func keepsTheLastUsageAndWhatItDoesNotKnow() {
        let response = Self.fold([
            .started(ChatStart(id: "i", model: "m", requestID: "r")), .usage(Usage(input: 1, output: 1)),
            .unknown(["k": 1]), .usage(Usage(input: 2, output: 3)), .started(ChatStart()), .finished("odd"),
        ]).response
        #expect(response.usage == Usage(input: 2, output: 3))
        #expect(response.unknown == [["k": 1]])
        #expect((response.id, response.model, response.requestID) == ("i", "m", "r"))
        #expect(response.finishReason == "odd")
    }

    private struct Weather: Decodable, Equatable {
        struct Wind: Decodable, Equatable { var speed: Int }
        var city: String
        var wind: [Wind]
    }

    @Test func decodesStructuredAnswers() throws {
        let response = Self.fold([.text(#"{"city":"Bonn","#), .text(#""wind":[{"speed":3}]}"#), .finished(.stop)])
            .response
        #expect(try response.decoded(as: Weather.self) == Weather(city: "Bonn", wind: [.init(speed: 3)]))
    }

    @Test(
        arguments: [
            (#"{"city":"Bonn","wind":[{"speed":"x"}]}"#, "wrong or missing 'wind.0.speed'"),
            (#"{"city":"Bonn","wind":[{}]}"#, "wrong or missing 'wind.0.speed'"),
            (#"{"wind":[]}"#, "wrong or missing 'city'"), ("```json\n{}\n```", "expected a value at line 1, column 1"),
            (#"{"city":"Bo"#, "expected the end of a string at line 1, column 12"), ("[]", "wrong type"),
        ]) func saysWhereAStructuredAnswerDoesNotFit(text: String, part: String)
    {
        let response = Self.fold([.text(text), .finished(.stop)]).response
        let error = #expect(throws: InferenceError.self) { try response.decoded(as: Weather.self) }
        #expect(error?.code == .malformedResponse)
        #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
        #expect(response.text == text)
    }
}
