import Inference
import OpenClawGateway
import Testing

/// Requests in which any value may be of any kind: they are carried or refused, and nothing else happens.
@Suite struct TranslationFuzzTests {
    private static let dialects: [(any ClientDialect, String)] = [
        (
            AnthropicDialect(),
            #"""
            {"model":"m","max_tokens":5,"system":[{"type":"text","text":"s","cache_control":{"type":"ephemeral","ttl":"1h"}}],
            "thinking":{"type":"enabled","budget_tokens":5},"metadata":{"user_id":"u"},"stop_sequences":["x"],
            "output_config":{"effort":"low","format":{"type":"json_schema","schema":{}}},"tool_choice":{"type":"tool","name":"f","disable_parallel_tool_use":true},
            "tools":[{"name":"f","description":"d","input_schema":{},"strict":true},{"type":"web_search_1","name":"w"}],
            "messages":[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"A"}},
            {"type":"document","title":"t","source":{"type":"content","content":[{"type":"text","text":"b"}]}},{"type":"search_result","title":"t","content":[{"type":"text","text":"b"}]}]},
            {"role":"assistant","content":[{"type":"thinking","thinking":"h","signature":"s"},{"type":"text","text":"c"},{"type":"tool_use","id":"t","name":"f","input":{"a":[1]}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t","is_error":true,"content":[{"type":"text","text":"r"}]}]}]}
            """#
        ),
        (
            ResponsesDialect(),
            #"""
            {"model":"m","instructions":"i","reasoning":{"effort":"low"},"text":{"format":{"type":"json_schema","name":"n","schema":{}}},"max_output_tokens":5,"metadata":{},
            "tools":[{"type":"function","name":"f","parameters":{}},{"type":"custom","name":"c","description":"d","format":{"definition":"g"}},{"type":"namespace","name":"n","tools":[{"type":"function","name":"r"}]}],
            "tool_choice":{"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"f"}]},
            "input":[{"role":"developer","content":"d"},{"type":"message","role":"user","content":[{"type":"input_text","text":"a"},{"type":"input_image","image_url":"u"},{"type":"input_audio","input_audio":{}}]},
            {"type":"reasoning","summary":[{"type":"summary_text","text":"h"}]},{"type":"function_call","call_id":"t","name":"r","namespace":"n","arguments":"{}"},
            {"type":"custom_tool_call","call_id":"v","name":"c","input":"x"},{"type":"function_call_output","call_id":"t","output":[{"type":"input_text","text":"o"}]}]}
            """#
        ),
        (
            CompletionsDialect(),
            #"{"model":"m","prompt":["a"],"stop":["x"],"n":1,"stream_options":{"include_usage":true},"user":"u"}"#
        ),
        (
            DashScopeDialect(.multimodal),
            #"""
            {"model":"m","input":{"messages":[{"role":"user","content":[{"text":"a"},{"image":"u","min_pixels":1},{"video":["a"],"fps":2},{"audio":"x"}]},
            {"role":"assistant","content":"b","tool_calls":[]}]},"parameters":{"result_format":"message","incremental_output":true,"tools":[{}],"enable_thinking":true}}
            """#
        ),
    ]

    @Test(arguments: 1...400)
    func anyValueMayBeOfAnyKind(_ seed: UInt64) throws {
        var generator = SeededSource(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        for (dialect, request) in Self.dialects {
            let mutated = Self.mutated(try JSONValue(parsing: request), &generator)
            let translated: TranslatedRequest
            do throws(InferenceError) {
                translated = try dialect.translate(mutated.serialized(), fields: .make([]))
            } catch {
                #expect([.invalidRequest, .unsupported].contains(error.code))
                continue
            }
            #expect(throws: Never.self) { try JSONValue(parsing: translated.request.document.bytes) }
            let encoder = translated.makeEncoder(AnswerHead(callID: "c", model: "m", created: 0))
            let answer = RandomAnswer(seed: seed)
            #expect(!encoder.stream(answer.events).isEmpty)
            #expect(throws: Never.self) { try JSONValue(parsing: encoder.document(answer.response)) }
        }
    }

    @Test(arguments: 1...400)
    func anyByteMayBeAnother(_ seed: UInt64) throws {
        var generator = SeededSource(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        for (dialect, request) in Self.dialects {
            var bytes = Array(request.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = [0x22, 0x5C, 0x7B, 0x5D, 0x00, 0xFF, 0x2C, 0x75].randomElement(using: &generator) ?? 0
            }
            guard let translated = try? dialect.translate(bytes, fields: .make([])) else { continue }
            #expect(throws: Never.self) { try JSONDocument(translated.request.document.bytes) }
        }
    }

    private static let values: [JSONValue] = [
        nil, true, 0, -1.5, "", "text", "\"\\\u{1}", [], ["x"], [nil], [:], ["type": "text"], ["type": 5],
        ["text": [:]],
    ]

    /// Replaces or removes some of the values, at any depth.
    private static func mutated(_ value: JSONValue, _ generator: inout SeededSource) -> JSONValue {
        if Int.random(in: 0..<40, using: &generator) == 0 { return values.randomElement(using: &generator) ?? nil }
        switch value {
        case .array(let elements): return .array(elements.map { mutated($0, &generator) })
        case .object(let object):
            var changed = JSONObject()
            for member in object.members where Int.random(in: 0..<60, using: &generator) != 0 {
                changed[member.key] = mutated(member.value, &generator)
            }
            return .object(changed)
        default: return value
        }
    }
}
