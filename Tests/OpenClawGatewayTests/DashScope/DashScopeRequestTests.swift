import Inference
import OpenClawGateway
import Testing

@Suite struct DashScopeRequestTests {
    private static let sse = [("X-DashScope-SSE", "enable")]

    @Test func carriesParametersAsMembers() throws {
        let chat = try DashScopeDialect(.text).chat(
            #"{"model":"m","input":{"messages":[{"role":"user","content":"Hi"}]},"parameters":{"result_format":"message","incremental_output":true,"enable_thinking":true,"thinking_budget":5,"top_k":3,"seed":null,"stream":false}}"#,
            fields: Self.sse)
        #expect(
            chat
                == #"{"model":"m","stream":true,"messages":[{"role":"user","content":"Hi"}],"enable_thinking":true,"thinking_budget":5,"top_k":3}"#
        )
    }

    @Test func carriesAPromptAndPartsOfEveryKind() throws {
        #expect(
            try DashScopeDialect(.text).chat(#"{"input":{"prompt":"Hi"}}"#)
                == #"{"messages":[{"role":"user","content":"Hi"}]}"#)
        let parts =
            #"[{"image":"oss://x","min_pixels":4},{"video":"https://e/v","fps":2},{"video":["a","b"]},{"audio":"https://e/a"},{"type":"text","text":"t"},{"text":"?"}]"#
        let chat = try DashScopeDialect(.multimodal).chat(
            #"{"input":{"messages":[{"role":"user","content":\#(parts),"name":"n"}]}}"#)
        #expect(
            chat
                == #"{"messages":[{"role":"user","name":"n","content":[{"type":"image_url","image_url":{"url":"oss://x"},"min_pixels":4},{"type":"video_url","video_url":{"url":"https://e/v"},"fps":2},{"type":"video","video":["a","b"]},{"type":"input_audio","input_audio":{"data":"https://e/a"}},{"type":"text","text":"t"},{"type":"text","text":"?"}]}]}"#
        )
    }

    @Test(arguments: [
        ([("X-DashScope-SSE", "enable")], true),
        ([("X-DashScope-SSE", "disable"), ("Accept", "text/event-stream")], false),
        ([("Accept", "text/event-stream")], true), ([("Accept", "application/json")], false),
    ])
    func streamsWhenAHeaderFieldAsksForIt(_ fields: [(String, String)], _ isStreamed: Bool) throws {
        let body = Array(#"{"input":{"prompt":"Hi"}}"#.utf8)
        #expect(try DashScopeDialect(.text).translate(body, fields: .make(fields)).isStreamed == isStreamed)
    }

    @Test(arguments: [
        ("{}", "must exist in 'input'"),
        (#"{"input":{"messages":[{"role":"user","content":[{"x":1}]}]}}"#, "input.messages[0]"),
        (#"{"input":{"prompt":"a"},"parameters":{"base_url":"http://e"}}"#, "'base_url'"),
    ])
    func refusesWhatItCannotCarry(_ request: String, _ words: String) {
        #expect(DashScopeDialect(.text).failure(request)?.message.contains(words) == true)
    }
}
