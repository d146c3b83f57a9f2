import Inference
import Testing

/// A strict reader of Responses events.
struct ResponsesStreamReader {
    var items: [JSONValue] = []
    var response: JSONValue?

    init(_ events: [SentEvent]) throws {
        var pieces = ""
        var open: JSONValue?
        for (index, event) in events.enumerated() {
            try #require(event.data["type"]?.string == event.name)
            try #require(event.data["sequence_number"]?.int == index)
            try #require(response == nil)
            if index < 2 {
                try #require(event.name == ["response.created", "response.in_progress"][index])
                try #require(event.data["response"]?["status"] == "in_progress")
                continue
            }
            if let place = event.data["output_index"]?.int { try #require(place == items.count) }
            if let id = event.data["item_id"] { try #require(open?["id"] == id) }
            switch event.name {
            case "response.output_item.added":
                try #require(open == nil)
                open = event.data["item"]
                pieces = ""
            case "response.output_item.done":
                let item = try #require(event.data["item"])
                try #require(open?["id"] == item["id"])
                try #require(Self.text(of: item) == pieces)
                items.append(item)
                open = nil
            case "response.completed", "response.incomplete", "response.failed":
                try #require(open == nil || event.name == "response.failed")
                response = event.data["response"]
            case let name where name.hasSuffix(".delta"):
                try #require(open != nil)
                pieces += try #require(event.data["delta"]?.string)
            case let name where name.hasSuffix("_text.done"): try #require(event.data["text"]?.string == pieces)
            case "response.function_call_arguments.done":
                try #require(event.data["arguments"]?.string == pieces)
            case "response.custom_tool_call_input.done": try #require(event.data["input"]?.string == pieces)
            case "response.content_part.added", "response.content_part.done", "keepalive",
                "response.reasoning_summary_part.added", "response.reasoning_summary_part.done":
                break
            default: try #require(Bool(false), "no such event")
            }
        }
        try #require(response != nil)
    }

    static func text(of item: JSONValue) -> String? {
        switch item["type"]?.string {
        case "message"?: item["content"]?[0]?["text"]?.string
        case "reasoning"?: item["summary"]?[0]?["text"]?.string
        case "function_call"?: item["arguments"]?.string
        case "custom_tool_call"?: item["input"]?.string
        default: nil
        }
    }

    func texts(_ type: String) -> String {
        items.filter { $0["type"]?.string == type }.compactMap(Self.text).joined()
    }
}
