import Inference
import OpenClawGateway
import Testing

@Suite struct LongToolNameTests {
    private static let long = "mcp__plugin_company_documents__" + String(repeating: "read_", count: 10) + "page"

    @Test func messagesGetTheirNamesBack() throws {
        let request = """
            {"tools":[{"name":"\(Self.long)"},{"name":"f"}],"tool_choice":{"type":"tool","name":"\(Self.long)"},"messages":[\
            {"role":"assistant","content":[{"type":"tool_use","id":"t0","name":"\(Self.long)","input":{}}]},\
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t0","content":"x"}]}]}
            """
        let dialect = AnthropicDialect()
        let chat = try dialect.translated(request).request
        let wireName = try #require(chat.toolNames.first)
        #expect(wireName.count == 64 && wireName.hasPrefix("mcp__plugin_company_documents__read_"))
        #expect(chat.toolNames.last == "f")
        #expect(chat.toolChoice == .function(wireName))
        #expect(chat.messages[0].toolCalls[0]["function"]?["name"]?.string == wireName)
        let call = ToolCall(index: 0, id: "t1", name: wireName, arguments: "{}")
        let text = try dialect.encoder(request).text([.toolCall(call), .finished(.toolCalls)])
        #expect(text.contains(#""id":"t1","name":"\#(Self.long)""#))
        #expect(!text.contains(wireName))
    }

    @Test func responsesGetTheirNamesBack() throws {
        let request = #"{"input":"x","tools":[{"type":"function","name":"\#(Self.long)"}]}"#
        let dialect = ResponsesDialect()
        let wireName = try #require(try dialect.translated(request).request.toolNames.first)
        #expect(wireName.count == 64)
        let call = ToolCall(index: 0, id: "t1", name: wireName, arguments: "{}")
        let text = try dialect.encoder(request).text([.toolCall(call), .finished(.toolCalls)])
        #expect(text.contains(#""name":"\#(Self.long)""#))
        #expect(!text.contains(wireName))
    }
}
