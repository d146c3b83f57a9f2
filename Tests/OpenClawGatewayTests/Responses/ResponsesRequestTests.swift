import Inference
import OpenClawGateway
import Testing

@Suite struct ResponsesRequestTests {
    private let dialect = ResponsesDialect()

    @Test func carriesAPlainQuestion() throws {
        let chat = try dialect.chat(
            #"{"model":"m","input":"Hi \"you\"","instructions":"Be brief.","max_output_tokens":9,"reasoning":{"effort":"low"},"stream":true,"text":{"format":{"type":"json_schema","name":"n","schema":{"a":1},"strict":true}}}"#
        )
        #expect(
            chat
                == #"{"model":"m","stream":true,"max_completion_tokens":9,"reasoning_effort":"low","response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"a":1},"strict":true}},"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi \"you\""}]}"#
        )
    }

    @Test func collectsTheItemsOfATurnInOneMessage() throws {
        let chat = try dialect.chat(
            #"""
            {"input":[{"role":"developer","content":"d"},{"type":"message","role":"user","content":[{"type":"input_text","text":"Look"},{"type":"input_image","image_url":"data:image/png;base64,AA","detail":"auto"}]},
            {"type":"reasoning","summary":[{"type":"summary_text","text":"hm"}],"encrypted_content":null},
            {"type":"message","role":"assistant","content":[{"type":"output_text","text":"I look","annotations":[]}]},
            {"type":"function_call","call_id":"c1","name":"see","arguments":"{\"q\":1}"},{"type":"custom_tool_call","call_id":"c2","name":"patch","input":"a\nb"},
            {"type":"function_call_output","call_id":"c1","output":"ok"},{"type":"custom_tool_call_output","call_id":"c2","output":[{"type":"input_text","text":"done"}]}]}
            """#)
        #expect(
            chat
                == #"{"messages":[{"role":"developer","content":"d"},{"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AA"}}]},{"role":"assistant","content":"I look","reasoning_content":"hm","tool_calls":[{"id":"c1","type":"function","function":{"name":"see","arguments":"{\"q\":1}"}},{"id":"c2","type":"function","function":{"name":"patch","arguments":"{\"input\":\"a\\nb\"}"}}]},{"role":"tool","tool_call_id":"c1","content":"ok"},{"role":"tool","tool_call_id":"c2","content":"done"}]}"#
        )
    }

    @Test func offersFunctionsFreeTextToolsAndNamespaces() throws {
        let translated = try dialect.translated(
            #"""
            {"input":"x","tools":[{"type":"function","name":"f","parameters":{"type":"object"},"strict":false},{"type":"custom","name":"patch","description":"d","format":{"type":"grammar","syntax":"lark","definition":"start: x"}},
            {"type":"namespace","name":"mcp__files__","tools":[{"type":"function","name":"read"}]},{"type":"web_search"}],"tool_choice":{"type":"function","name":"f"}}
            """#)
        #expect(translated.request.toolNames == ["f", "patch", "mcp__files__read"])
        #expect(translated.request.toolChoice == .function("f"))
        let custom = translated.request.tools[1]["function"]
        #expect(custom?["description"]?.string == "d\n\nThe input follows this grammar:\nstart: x")
        #expect(custom?["parameters"]?["required"]?.value == ["input"])
        #expect(translated.adjustments.map(\.rule) == ["tools-not-offered"])
    }

    @Test func offersOnlyAllowedTools() throws {
        let translated = try dialect.translated(
            #"{"input":"x","tools":[{"type":"function","name":"f"},{"type":"function","name":"g"}],"tool_choice":{"type":"allowed_tools","mode":"required","tools":[{"type":"function","name":"g"}]}}"#
        )
        #expect(translated.request.toolNames == ["g"])
        #expect(translated.request.toolChoice == .required)
    }

    @Test func tellsWhatHasNoEffect() throws {
        let translated = try dialect.translated(
            #"{"input":[{"role":"user","content":"a"},{"role":"developer","content":"late"},{"type":"web_search_call","id":"w"}],"store":true,"truncation":"auto","max_tool_calls":3,"prompt_cache_key":"k"}"#
        )
        let rules = ["late-instructions", "items-dropped", "not-stored", "truncation", "members-not-carried"]
        #expect(translated.adjustments.map(\.rule) == rules)
        #expect(translated.request.messages.map(\.role) == [.user, .user])
        #expect(translated.conversation == "k")
    }

    @Test(arguments: [
        (#"{"input":"x","previous_response_id":"r"}"#, "'previous_response_id'"),
        (#"{"input":"x","background":true}"#, "'background'"), ("{}", "'input'"),
        (#"{"input":[{"type":"item_reference","id":"i"}]}"#, "input[0]: nothing is stored"),
        (#"{"input":[{"role":"robot","content":"x"}]}"#, "input[0].role"),
        (#"{"input":[{"role":"user","content":[{"type":"input_file","file_id":"f"}]}]}"#, "files are not read"),
        (#"{"input":[{"role":"user","content":[{"type":"input_image","file_id":"f"}]}]}"#, "'image_url'"),
        (#"{"input":"x","tools":[{"type":"file_search"}]}"#, "built-in tools are not run here (file_search)"),
        (
            #"{"input":"x","tools":[{"type":"function","name":"f"},{"type":"web_search"}],"tool_choice":{"type":"web_search"}}"#,
            "built-in"
        ),
        (
            #"{"input":"x","tools":[{"type":"function","name":"f"}],"tool_choice":{"type":"function","name":"g"}}"#,
            "'tool_choice'"
        ),
        (#"{"input":"x","base_url":"http://e"}"#, "'base_url'"),
    ])
    func refusesWhatItCannotCarry(_ request: String, _ words: String) {
        #expect(dialect.failure(request)?.message.contains(words) == true)
    }
}
