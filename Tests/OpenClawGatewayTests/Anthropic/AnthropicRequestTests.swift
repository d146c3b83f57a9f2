import Inference
import OpenClawGateway
import Testing

@Suite struct AnthropicRequestTests {
    private let dialect = AnthropicDialect()

    @Test func carriesAPlainQuestion() throws {
        let chat = try dialect.chat(
            #"{"model":"m","max_tokens":50,"system":"Be \"brief\".","messages":[{"role":"user","content":"Hi"}],"stop_sequences":["X"],"temperature":0.5,"top_k":4,"stream":true}"#
        )
        #expect(
            chat
                == #"{"model":"m","max_tokens":50,"temperature":0.5,"top_k":4,"stream":true,"stop":["X"],"enable_thinking":false,"messages":[{"role":"system","content":"Be \"brief\"."},{"role":"user","content":"Hi"}]}"#
        )
    }

    @Test func carriesAToolLoopWithItsThoughtsAndPictures() throws {
        let chat = try dialect.chat(
            #"""
            {"messages":[{"role":"user","content":[{"type":"text","text":"Look"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}]},
            {"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"I "},{"type":"text","text":"look"},{"type":"tool_use","id":"t1","name":"see","input":{"q": "\"x\""}}]},
            {"role":"user","content":[{"type":"text","text":"go on"},{"type":"tool_result","tool_use_id":"t1","is_error":true,"content":[{"type":"text","text":"no"},{"type":"image","source":{"type":"url","url":"https://e/x"}}]}]}]}
            """#)
        #expect(
            chat
                == #"{"enable_thinking":false,"messages":[{"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]},{"role":"assistant","content":"I look","reasoning_content":"hm","tool_calls":[{"id":"t1","type":"function","function":{"name":"see","arguments":"{\"q\": \"\\\"x\\\"\"}"}}]},{"role":"tool","tool_call_id":"t1","content":[{"type":"text","text":"Error: no"},{"type":"image_url","image_url":{"url":"https://e/x"}}]},{"role":"user","content":"go on"}]}"#
        )
    }

    @Test func carriesToolsWithTheirChoiceAndMarks() throws {
        let chat = try dialect.chat(
            #"{"tools":[{"name":"f","description":"d","input_schema":{"type":"object"},"cache_control":{"type":"ephemeral"}},{"type":"custom","name":"g"},{"type":"web_search_20250305","name":"web_search"}],"tool_choice":{"type":"tool","name":"f","disable_parallel_tool_use":true},"messages":[{"role":"user","content":"x"}]}"#
        )
        #expect(
            chat
                == #"{"tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"}},"cache_control":{"type":"ephemeral"}},{"type":"function","function":{"name":"g","parameters":{"type":"object","properties":{}}}}],"tool_choice":{"type":"function","function":{"name":"f"}},"parallel_tool_calls":false,"enable_thinking":false,"messages":[{"role":"user","content":"x"}]}"#
        )
    }

    @Test(arguments: [
        (#""thinking":{"type":"enabled","budget_tokens":2048}"#, #""enable_thinking":true,"thinking_budget":2048"#),
        (#""thinking":{"type":"disabled"}"#, #""enable_thinking":false"#),
        (
            #""thinking":{"type":"adaptive"},"output_config":{"effort":"low"}"#,
            #""enable_thinking":true,"reasoning_effort":"low""#
        ),
        (#""output_config":{"effort":"high"}"#, #""enable_thinking":false"#),
        (
            #""output_format":{"type":"json_schema","schema":{"a":1}}"#,
            #""enable_thinking":false,"response_format":{"type":"json_schema","json_schema":{"name":"answer","schema":{"a":1},"strict":true}}"#
        ),
    ])
    func carriesThinkingAndFormat(_ member: String, _ expected: String) throws {
        let chat = try dialect.chat("{\(member),\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")
        #expect(chat == "{\(expected),\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")
    }

    @Test(arguments: [
        (
            #"[{"role":"user","content":[{"type":"text","text":"a","cache_control":{"type":"ephemeral","ttl":"1h"}}]}]"#,
            #"[{"role":"user","content":[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}]}]"#
        ),
        (
            #"[{"role":"user","content":[{"type":"document","title":"T","source":{"type":"text","media_type":"text/plain","data":"body"}},{"type":"text","text":"?"}]}]"#,
            #"[{"role":"user","content":[{"type":"text","text":"T\n\nbody"},{"type":"text","text":"?"}]}]"#
        ),
        (
            #"[{"role":"user","content":"a"},{"role":"assistant","content":"The answer is"}]"#,
            #"[{"role":"user","content":"a"},{"role":"assistant","content":"The answer is","partial":true}]"#
        ),
        (
            #"[{"role":"user","content":"a"},{"role":"system","content":"later"},{"role":"user","content":""}]"#,
            #"[{"role":"user","content":"a"},{"role":"user","content":"later"}]"#
        ),
        (
            #"[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"r","cache_control":{"type":"ephemeral"}}]}]"#,
            #"[{"role":"tool","tool_call_id":"t","content":[{"type":"text","text":"r","cache_control":{"type":"ephemeral"}}]}]"#
        ),
        (
            #"[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t"},{"type":"server_tool_use","id":"s"}]}]"#,
            #"[{"role":"tool","tool_call_id":"t","content":""}]"#
        ),
    ])
    func carriesMessages(_ messages: String, _ expected: String) throws {
        #expect(
            try dialect.chat("{\"messages\":\(messages)}") == "{\"enable_thinking\":false,\"messages\":\(expected)}")
    }

    @Test func marksTheEndWhenCachingIsAutomatic() throws {
        let chat = try dialect.chat(
            #"{"cache_control":{"type":"ephemeral"},"messages":[{"role":"user","content":"a"}]}"#)
        #expect(
            chat.hasSuffix(
                #"[{"role":"user","content":[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}]}]}"#))
    }

    @Test func keepsTheNoteForAccountantsOutOfTheInstructions() throws {
        let translated = try dialect.translated(
            #"{"system":[{"type":"text","text":"x-anthropic-billing-header: v=1"},{"type":"text","text":"Be brief."}],"messages":[{"role":"user","content":"a"}],"metadata":{"user_id":"u1"},"context_management":{}}"#
        )
        #expect(translated.request.messages.first?.text == "Be brief.")
        #expect(translated.adjustments.map(\.rule) == ["billing-note-dropped", "members-not-carried"])
        #expect(translated.conversation == "u1")
        #expect(translated.isStreamed == false)
    }

    @Test(arguments: [
        ("[]", "the request to be a JSON object"), ("{", "not JSON"), ("{}", "messages: expected an array"),
        (#"{"messages":[{"role":"robot","content":"x"}]}"#, "messages.0.role"),
        (#"{"messages":[{"role":"user"}]}"#, "messages.0.content"),
        (
            #"{"messages":[{"role":"user","content":[{"type":"image","source":{"type":"file","file_id":"f"}}]}]}"#,
            "messages.0.0.source"
        ),
        (
            #"{"messages":[{"role":"user","content":[{"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"A"}}]}]}"#,
            "PDF"
        ),
        (
            #"{"messages":[],"tools":[{"type":"web_search_20250305","name":"web_search"}]}"#,
            "web_search would have to be run"
        ),
        (#"{"messages":[],"mcp_servers":[{"url":"x"}]}"#, "mcp_servers"),
        (#"{"messages":[],"api_base":"http://e"}"#, "'api_base'"),
        (#"{"messages":[],"model":5}"#, "model: expected"),
    ])
    func refusesWhatItCannotCarry(_ request: String, _ words: String) {
        #expect(dialect.failure(request)?.message.contains(words) == true)
    }

    /// A megabyte costs a few milliseconds in a release build; here it must only not explode.
    @Test func copiesLongTextsWithoutReadingThem() throws {
        let long = String(repeating: #"line \"quoted\"\n"#, count: 70_000)
        let start = ContinuousClock.now
        let chat = try dialect.chat(#"{"messages":[{"role":"user","content":[{"type":"text","text":"\#(long)"}]}]}"#)
        #expect(chat.contains(long))
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func guessesTokensWithPictures() throws {
        let one = try Self.count(#"{"messages":[{"role":"user","content":"12345678"}]}"#)
        #expect(one == 6)
        let picture = #"{"type":"image","source":{"type":"url","url":"https://e/x"}}"#
        let two = try Self.count(
            #"{"messages":[{"role":"user","content":[{"type":"text","text":"12345678"},\#(picture)]}]}"#)
        #expect(two == 1_006)
    }

    private static func count(_ request: String) throws -> Int? {
        try JSONValue(parsing: AnthropicTokenCount.answer(Array(request.utf8)))["input_tokens"]?.int
    }
}
