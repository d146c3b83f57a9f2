/// One entry of the `output` of a response.
enum ResponseItem: Sendable {
    case reasoning(id: String, text: String)
    case message(id: String, text: String)
    case call(id: String, callID: String, name: String, arguments: String)
    case search(id: String, query: String)

    func json(_ status: String) -> JSON {
        switch self {
        case .reasoning(let id, let text):
            let summary: [JSON] = text.isEmpty ? [] : [["type": "summary_text", "text": .string(text)]]
            return ["id": .string(id), "type": "reasoning", "summary": .array(summary), "status": .string(status)]
        case .message(let id, let text):
            let content: [JSON] = status == "in_progress" ? [] : [Self.part(text)]
            return [
                "id": .string(id), "type": "message", "role": "assistant", "status": .string(status),
                "content": .array(content),
            ]
        case .call(let id, let callID, let name, let arguments):
            return [
                "id": .string(id), "type": "function_call", "call_id": .string(callID), "name": .string(name),
                "arguments": .string(arguments), "status": .string(status),
            ]
        case .search(let id, let query):
            let source: JSON = ["type": "url", "url": "https://example.com/search-result"]
            return [
                "id": .string(id), "type": "web_search_call", "status": .string(status),
                "action": ["type": "search", "query": .string(query), "sources": [source]],
            ]
        }
    }

    var id: String {
        switch self {
        case .reasoning(let id, _), .message(let id, _), .call(let id, _, _, _), .search(let id, _): id
        }
    }

    static func part(_ text: String) -> JSON {
        ["type": "output_text", "text": .string(text), "annotations": []]
    }
}
