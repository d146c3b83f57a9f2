/// A chat request after validation, the same for all dialects.
struct ChatAsk: Sendable {
    enum ToolChoice: Sendable, Equatable { case auto, none, required, function(String) }
    enum Format: Sendable, Equatable { case text, jsonObject, jsonSchema(JSON) }

    struct Tool: Sendable {
        let name: String
        let description: String
        let parameters: JSON
        var isMarked = false
    }

    let card: ModelCard
    let stream: Bool
    var messages: [ChatMessage]
    var tools: [Tool] = []
    var toolChoice = ToolChoice.auto
    var parallelTools = false
    var toolStream = false
    var format = Format.text
    /// The number of tokens the chain of thought may have; `nil` when there is none.
    var thinkingBudget: Int?
    var preserveThinking = false
    var maxTokens: Int?
    var maxCompletionTokens: Int?
    var choices = 1
    var stop: [String] = []
    var seed = 0
    var includeUsage = false
    var incremental = true
    var logprobs = false
    var targetLanguage: String?
    var search = false
    var highResolution = false
    /// The request as an OpenAI-compatible server takes it, for the backend.
    let document: JSONObject

    var lastUserText: String { messages.last { $0.role == "user" }?.text ?? "" }
}
