import Inference
import Testing

struct ChatRequestTests {
    static let text = #"""
        {"model":"m-1", "custom":{"x":1.0},"messages":[{"role":"developer","content":"S"},
        {"role":"user","content":[{"type":"text","text":"Hi"},{"type":"text","text":"!"}],"extra":[1]}],
        "stream":true,"stream_options":{"include_usage":false,"o":1},"max_tokens":10,"stop":"end",
        "tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":"required","enable_thinking":true,
        "thinking_budget":7,"response_format":{"type":"json_object"}}
        """#

    static func body(_ request: ChatRequest) -> String {
        String(decoding: request.body.reduce(into: [UInt8]()) { $0.append(contentsOf: $1) }, as: UTF8.self)
    }

    @Test func readsLenses() throws {
        let request = try ChatRequest(parsing: Array(Self.text.utf8))
        #expect(request.model == "m-1")
        #expect(request.stream == true)
        #expect(request.streamOptionsIncludeUsage == false)
        #expect(request.maxTokens == 10)
        #expect(request.stop == ["end"])
        #expect(request.toolNames == ["f"])
        #expect(request.toolChoice == .required)
        #expect(request.thinking == .budget(7))
        #expect(request.responseFormat == .jsonObject)
        #expect(request.temperature == nil)
        #expect(request.messages.map(\.role) == ["developer", "user"])
        #expect(request.messages.map(\.contentKind) == [.text, .parts])
        #expect(request.messages[1].text == "Hi!")
        #expect(Self.body(request) == Self.text)
    }

    @Test func lensesReadWhatWasWritten() throws {
        var request = try ChatRequest(parsing: Array(Self.text.utf8))
        request.model = "m-2"
        request.maxTokens = nil
        request.streamOptionsIncludeUsage = true
        request.thinking = .effort("high")
        request.setRole(at: 0, to: .system)
        request[member: "seed"] = 3
        #expect(request.model == "m-2")
        #expect(request.maxTokens == nil)
        #expect(!request.has("max_tokens"))
        #expect(request.streamOptionsIncludeUsage == true)
        #expect(request.thinking == .effort("high"))
        #expect(request.messages[0].role == .system)
        #expect(request.seed == 3)
        let sent = try JSONValue(parsing: Self.body(request))
        #expect(sent["stream_options"] == ["include_usage": true, "o": 1])
        #expect(sent["messages"]?[0]?["role"] == "system")
        #expect(sent["thinking_budget"] == nil)
        #expect(Self.body(request).contains(#""custom":{"x":1.0}"#))
        #expect(request.document.root.value == sent)
    }

    @Test func editsMessagesThatCameAndMessagesThatWereInserted() throws {
        var request = try ChatRequest(parsing: Array(Self.text.utf8))
        request.insertMessage(["role": "user", "content": "first"], at: 0)
        request.setRole(at: 0, to: .assistant)
        request.replaceContent(at: 1, with: "T")
        request.setRole(at: 1, to: .system)
        request.setMember("extra", ofMessageAt: 2, to: nil)
        request.append(.tool("42", callID: "c"))
        #expect(request.messages.map(\.role) == [.assistant, .system, .user, .tool])
        #expect(request.messages.map(\.text) == ["first", "T", "Hi!", "42"])
        #expect(request.messages[2].node["extra"] == nil)
        request.removeMessage(at: 0)
        request.replaceMessage(at: 0, with: ["role": "user", "content": "R"])
        request.setRole(at: 0, to: .system)
        request.removeMessage(at: 9)
        #expect(request.messageCount == 3)
        #expect(request.messages.map(\.text) == ["R", "Hi!", "42"])
        #expect(request.messages[0].role == .system)
        #expect(try JSONValue(parsing: Self.body(request))["messages"] == request[member: "messages"])
    }

    @Test func annotatesTextsWhereTheyStand() throws {
        let text =
            #"{"messages": [ {"content" : "a\u00e9\/", "role":"user"}, {"role":"user","content":[ "#
            + #"{"type":"text","text":"b"} , {"type":"image_url"} ]},{"role":"user","content":null} ], "tools":[{},{ }]}"#
        var request = try ChatRequest(parsing: Array(text.utf8))
        for index in 0..<4 { request.annotateText(ofMessageAt: index, "keep", true) }
        request.annotateLastTool("keep", 1)
        let expected =
            #"{"messages": [ {"content" : [{"type":"text","text":"a\u00e9\/","keep":true}], "role":"user"}, "#
            + #"{"role":"user","content":[ {"type":"text","text":"b","keep":true} , {"type":"image_url"} ]},"#
            + #"{"role":"user","content":null} ], "tools":[{},{"keep":1 }]}"#
        #expect(Self.body(request) == expected)
        #expect(request.messages[0].text == "aé/")
    }

    @Test func annotatesWhatWasChangedBefore() throws {
        let text = #"{"messages":[{"role":"user","content":"a"},{"role":"user","content":"b"}],"tools":[]}"#
        var request = try ChatRequest(parsing: Array(text.utf8))
        request.replaceContent(at: 0, with: [["type": "text", "text": "c"], ["type": "text", "text": "d"]])
        request.insertMessage(["role": "system", "content": "s"], at: 0)
        request.annotateLastTool("keep", 1)
        #expect(!Self.body(request).contains("keep"))
        request[member: "tools"] = [["type": "function"]]
        for index in 0..<3 { request.annotateText(ofMessageAt: index, "k", 1) }
        request.annotateLastTool("k", 1)
        let expected =
            #"{"messages":[{"role":"system","content":[{"type":"text","text":"s","k":1}]},"#
            + #"{"role":"user","content":[{"type":"text","text":"c"},{"type":"text","text":"d","k":1}]},"#
            + #"{"role":"user","content":[{"type":"text","text":"b","k":1}]}],"tools":[{"type":"function","k":1}]}"#
        #expect(Self.body(request) == expected)
    }

    @Test func messagesCanBeReplacedAsAWhole() throws {
        var request = try ChatRequest(parsing: Array(Self.text.utf8))
        request.model = "m-2"
        request[member: "messages"] = [["role": "user", "content": "a"]]
        request.append(.user("b"))
        #expect(request.messages.map(\.text) == ["a", "b"])
        #expect(request.model == "m-2")
        #expect(request.messageCount == 2)
    }

    @Test(
        arguments: [
            "[]", "{}", #"{"messages":{}}"#, #"{"messages":[],"api_base":"https://evil.example"}"#,
            #"{"messages":[],"api\u005fkey":"k"}"#, #"{"messages":[],"base_url":null}"#,
            #"{"messages":[],"extra_headers":{}}"#, "{", "",
        ]) func refusesWhatIsNoRequest(text: String)
    {
        let error = #expect(throws: InferenceError.self) { try ChatRequest(parsing: Array(text.utf8)) }
        #expect(error?.code == .invalidRequest)
    }

    @Test func buildsWhatItReads() throws {
        let call = ToolCall(index: 0, id: "c1", name: "now", arguments: "{}")
        let request = ChatRequest(
            model: "m",
            messages: [
                .system("S"), .user([.text("look"), .image(.data([1, 2, 3], mediaType: "image/png"))]),
                .assistant("", reasoning: "hm", toolCalls: [call]), .tool("12:00", callID: "c1"),
            ],
            options: ChatOptions(
                maxTokens: 5, temperature: 0.5, stop: ["x"], tools: [ToolDefinition(name: "now", description: "time")],
                toolChoice: .function("now"), parallelToolCalls: true,
                responseFormat: .jsonSchema(name: "s", schema: ["type": "object"], strict: true), thinking: .budget(9),
                extra: ["top_k": 20, "messages": []]))
        let sent = try JSONValue(parsing: Self.body(request))
        #expect(sent["messages"]?[1]?["content"]?[1]?["image_url"]?["url"] == "data:image/png;base64,AQID")
        #expect(sent["messages"]?[2]?["tool_calls"]?[0]?["function"]?["name"] == "now")
        #expect(sent["messages"]?[3] == ["role": "tool", "content": "12:00", "tool_call_id": "c1"])
        #expect(sent["top_k"] == 20)
        #expect(request.messages[2].reasoningContent == "hm")
        #expect(request.toolChoice == .function("now"))
        #expect(request.responseFormat == .jsonSchema(name: "s", schema: ["type": "object"], strict: true))
        #expect(request.thinking == .budget(9))
        #expect(request.toolNames == ["now"])
        #expect(request.temperature == 0.5)
    }

    @Test(
        arguments: [
            (ThinkingSetting.off, #"{"enable_thinking":false}"#), (.on, #"{"enable_thinking":true}"#),
            (.budget(3), #"{"enable_thinking":true,"thinking_budget":3}"#),
            (.effort("high"), #"{"reasoning_effort":"high"}"#), (.level(.low), #"{"reasoning_effort":"low"}"#),
            (.level(.off), #"{"enable_thinking":false}"#), (.level(.adaptive), #"{"enable_thinking":true}"#),
        ]) func writesThinkingInNeutralMembers(setting: ThinkingSetting, expected: String) throws
    {
        let request = ChatRequest(model: "m", messages: [], options: ChatOptions(thinking: setting))
        var members = try #require(request.document.root.value.object)
        members["model"] = nil
        members["messages"] = nil
        #expect(JSONValue.object(members).text == expected)
    }

    @Test(arguments: [
        (#""max_tokens":99999999999999999999999"#, "max_tokens"), (#""seed":1e30"#, "seed"), (#""n":1.5"#, "n"),
        (#""temperature":1e999"#, "temperature"),
        (#""max_completion_tokens":-9223372036854775809"#, "max_completion_tokens"),
    ]) func refusesNumbersThatNothingCanHold(member: String, name: String) {
        let error = #expect(throws: InferenceError.self) {
            try ChatRequest(parsing: Array(#"{"messages":[],\#(member)}"#.utf8))
        }
        #expect(error?.code == .invalidRequest && error?.message.contains("'\(name)'") == true)
    }

    @Test(arguments: [
        #""max_tokens":9223372036854775807"#, #""seed":-1"#, #""temperature":0.7"#, #""n":1e0"#, #""max_tokens":null"#,
        #""max_tokens":"many""#, #""price":123456789012345678901234567890"#, #""x":-0.5e-3"#,
    ]) func takesEveryOtherNumberAsItCame(member: String) throws {
        let bytes = Array(#"{"messages":[],\#(member)}"#.utf8)
        #expect(Array(try ChatRequest(parsing: bytes).body.joined()) == bytes)
    }
}
