import Inference
import Testing

/// A strict reader of message events, as the protocol's documentation describes them.
struct AnthropicStreamReader {
    var blocks: [JSONValue] = []
    var stopReason: String?
    var usage: JSONValue?

    init(_ events: [SentEvent]) throws {
        var open = false
        var pieces = ""
        var isOver = false
        for (index, event) in events.enumerated() {
            try #require(!isOver)
            try #require(event.data["type"]?.string == event.name)
            try #require((event.name == "message_start") == (index == 0))
            switch event.name {
            case "message_start":
                try #require(event.data["message"]?["content"] == [])
                try #require(event.data["message"]?["role"] == "assistant")
            case "content_block_start":
                try #require(!open && stopReason == nil)
                try #require(event.data["index"]?.int == blocks.count)
                blocks.append(try #require(event.data["content_block"]))
                (open, pieces) = (true, "")
            case "content_block_delta":
                try #require(open && event.data["index"]?.int == blocks.count - 1)
                pieces += try Self.piece(try #require(event.data["delta"]), of: try #require(blocks.last))
            case "content_block_stop":
                try #require(open && event.data["index"]?.int == blocks.count - 1)
                open = false
                blocks[blocks.count - 1] = Self.whole(blocks[blocks.count - 1], pieces)
            case "message_delta":
                try #require(!open)
                stopReason = event.data["delta"]?["stop_reason"]?.string
                usage = event.data["usage"]
            case "message_stop":
                try #require(stopReason != nil)
                isOver = true
            case "ping": break
            default: try #require(Bool(false), "no such event")
            }
        }
        try #require(isOver)
    }

    private static func piece(_ delta: JSONValue, of block: JSONValue) throws -> String {
        let members = ["text_delta": "text", "thinking_delta": "thinking", "input_json_delta": "partial_json"]
        let kinds = ["text": "text_delta", "thinking": "thinking_delta", "tool_use": "input_json_delta"]
        let type = delta["type"]?.string ?? ""
        if type == "signature_delta" {
            try #require(block["type"] == "thinking")
            return ""
        }
        try #require(kinds[block["type"]?.string ?? ""] == type)
        return try #require(delta[members[type] ?? ""]?.string)
    }

    private static func whole(_ block: JSONValue, _ pieces: String) -> JSONValue {
        guard var members = block.object, let type = block["type"]?.string else { return block }
        members[type == "tool_use" ? "input" : type] = .string(pieces)
        return .object(members)
    }

    func texts(_ type: String) -> String {
        blocks.filter { $0["type"]?.string == type }.compactMap { $0[type]?.string }.joined()
    }
}
