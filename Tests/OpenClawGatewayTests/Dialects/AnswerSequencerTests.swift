import Inference
import OpenClawGateway
import Testing

@Suite struct AnswerSequencerTests {
    @Test func streamsTheOpenPartAndClosesItWhenAnotherBegins() {
        let steps = Self.steps([.reasoning("hm"), .text("a"), .text("b")])
        let expected: [AnswerStep] = [
            .opened(.reasoning), .grew("hm"), .closed(.reasoning), .opened(.text), .grew("a"), .grew("b"),
            .closed(.text),
        ]
        #expect(steps == expected)
    }

    @Test func closesACallWithWholeArgumentsWhenTheNextBegins() {
        let steps = Self.steps([
            .toolCallDelta(ToolCallDelta(index: 0, id: "a", name: "f", arguments: "{}")),
            .toolCallDelta(ToolCallDelta(index: 1, id: "b", name: "g", arguments: "{")),
        ])
        #expect(steps.prefix(4).last == .opened(.call(ToolCall(index: 1, id: "b", name: "g", arguments: ""))))
    }

    @Test func keepsWhatBelongsToALaterCallUntilTheFirstIsComplete() {
        let steps = Self.steps([
            .toolCallDelta(ToolCallDelta(index: 0, id: "a", name: "f", arguments: "{\"x\"")),
            .toolCallDelta(ToolCallDelta(index: 1, id: "b", name: "g", arguments: "{}")),
            .toolCallDelta(ToolCallDelta(index: 0, arguments: ":1}")),
            .text("end"),
        ])
        let (first, second) = (
            ToolCall(index: 0, id: "a", name: "f", arguments: #"{"x":1}"#),
            ToolCall(index: 1, id: "b", name: "g", arguments: "{}")
        )
        #expect(
            steps == [
                .opened(.call(Self.empty(first))), .grew("{\"x\""), .grew(":1}"), .closed(.call(first)),
                .opened(.call(Self.empty(second))), .grew("{}"), .closed(.call(second)), .opened(.text), .grew("end"),
                .closed(.text),
            ])
    }

    @Test func announcesACallOnlyWhenItsNameIsKnown() {
        var sequencer = AnswerSequencer()
        sequencer.add(.toolCallDelta(ToolCallDelta(index: 0, id: "a", arguments: "{")))
        #expect(sequencer.steps.isEmpty)
        sequencer.add(.toolCall(ToolCall(index: 0, id: "a", name: "f", arguments: "{}")))
        #expect(sequencer.steps.first == .opened(.call(ToolCall(index: 0, id: "a", name: "f", arguments: ""))))
    }

    @Test(arguments: 1...300)
    func losesNothingAndHasOnePartOpenAtATime(_ seed: UInt64) throws {
        let answer = RandomAnswer(seed: seed)
        var (text, reasoning, calls, open) = ("", "", [ToolCall](), AnswerPart?.none)
        var grown = ""
        for step in Self.steps(answer.events) {
            switch step {
            case .opened(let part):
                #expect(open == nil)
                (open, grown) = (part, "")
            case .grew(let piece):
                #expect(!piece.isEmpty)
                grown += piece
            case .closed(let part):
                try #require(open != nil)
                open = nil
                switch part {
                case .text: text += grown
                case .reasoning: reasoning += grown
                case .call(let call):
                    #expect(call.arguments == grown)
                    calls.append(call)
                }
            }
        }
        #expect(open == nil)
        #expect(text == answer.response.text)
        #expect(reasoning == answer.response.reasoning)
        #expect(calls.sorted { $0.index < $1.index } == answer.response.toolCalls)
    }

    private static func steps(_ events: [ChatEvent]) -> [AnswerStep] {
        var sequencer = AnswerSequencer()
        var steps: [AnswerStep] = []
        for event in events {
            sequencer.add(event)
            steps += sequencer.steps
        }
        sequencer.finish()
        return steps + sequencer.steps
    }

    private static func empty(_ call: ToolCall) -> ToolCall {
        ToolCall(index: call.index, id: call.id, name: call.name, arguments: "")
    }
}
