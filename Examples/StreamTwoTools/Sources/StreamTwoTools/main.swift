// Streams a conversation in which the model calls two tools at once and then answers with their results.
// QWEN_API_KEY=… swift run; with QWEN_BASE_URL it talks to any compatible server, such as 'openclaw simulate'.
import Foundation
import Inference
import Qwen

let environment = ProcessInfo.processInfo.environment
let place: JSONValue = ["type": "object", "properties": ["city": ["type": "string"]], "required": ["city"]]
let tools = [
    ToolDefinition(name: "get_weather", description: "The weather of a city.", parameters: place),
    ToolDefinition(name: "get_time", description: "The local time of a city.", parameters: place),
]
let results = ["get_weather": "4 °C, light snow", "get_time": "14:05"]

func converse() async throws(InferenceError) {
    let key = Secret(environment["QWEN_API_KEY"] ?? "")
    let qwen = try QwenClient(credential: key, baseURL: environment["QWEN_BASE_URL"])
    var messages: [ChatMessage] = [.user("Use get_weather and get_time: what are weather and time in Oslo?")]
    for _ in 1...5 {
        let request = ChatRequest(model: "qwen3.5-plus", messages: messages, options: ChatOptions(tools: tools))
        var answer = ChatResponseBuilder()
        for try await event in try await qwen.stream(request) {
            if case .text(let piece) = event { print(piece, terminator: "") }
            answer.add(event)
        }
        guard !answer.response.toolCalls.isEmpty else { break }
        messages.append(answer.response.message)
        for call in answer.response.toolCalls {
            print("[\(call.name) \(call.arguments)]")
            messages.append(.tool(results[call.name] ?? "no such tool", callID: call.id))
        }
    }
    print()
}

do {
    try await converse()
} catch {
    print("\(error)\ntry: \(error.hint ?? "see the message")")
    exit(1)
}
