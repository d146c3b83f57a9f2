import Inference
import Testing

struct ToolCallTests {
    static func call(_ arguments: String) -> ToolCall { ToolCall(index: 0, id: "c", name: "f", arguments: arguments) }

    @Test func readsArguments() {
        #expect(Self.call(#"{"a":1}"#).parsedArguments == .value(["a": 1]))
        #expect(Self.call(" \n").parsedArguments == .value([:]))
    }

    @Test func neverInventsArguments() {
        guard case .invalid(let raw, let error) = Self.call(#"{"a":"#).parsedArguments else {
            Issue.record("expected invalid arguments")
            return
        }
        #expect(raw == #"{"a":"#)
        #expect(error.reason == .value)
        #expect(throws: InferenceError.self) { try Self.call("{").decodedArguments(as: [String: Int].self) }
        #expect(throws: InferenceError.self) { try Self.call("[1]").decodedArguments(as: [String: Int].self) }
    }

    @Test func decodesArguments() throws {
        #expect(try Self.call(#"{"a":1}"#).decodedArguments(as: [String: Int].self) == ["a": 1])
    }
}
