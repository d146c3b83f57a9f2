/// The same documents as types of `Codable`, the usual way to read them.
enum Peer {
    struct Chunk: Decodable {
        struct Choice: Decodable {
            var delta: Delta
            var finish_reason: String?
            var index: Int
        }
        struct Delta: Decodable {
            var content: String?
            var reasoning_content: String?
        }
        var id: String
        var model: String
        var choices: [Choice]
    }

    struct Request: Codable {
        struct Message: Codable {
            var role: String
            var content: String?
            var tool_calls: [Call]?
            var tool_call_id: String?
        }
        struct Call: Codable {
            var id: String
            var type: String
            var function: Function
        }
        struct Function: Codable {
            var name: String
            var arguments: String
        }
        var model: String
        var messages: [Message]
        var max_tokens: Int?
        var temperature: Double?
    }
}
