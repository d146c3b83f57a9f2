// Streams a conversation in which the model calls two tools at once and then answers with their results.
// QWEN_API_KEY=… swift run; with QWEN_BASE_URL it talks to any compatible server, such as 'openclaw simulate'.
import Foundation
import Inference
import Qwen

let environment = ProcessInfo.processInfo.environment
let qwen = try QwenClient(
    credential: Secret(environment["QWEN_API_KEY"] ?? ""), baseURL: environment["QWEN_BASE_URL"])
let place: JSONValue = ["type": "object", "properties": ["city": ["type": "string"]], "required": ["city"]]
let tools = [
    ToolDefinition(name: "get_weather", description: "The weather of a city.", parameters: place),
    ToolDefinition(name: "get_time", description: "The local time of a city.", parameters: place),
]
var messages: [ChatMessage] = [
    .user("What is the weather in Oslo, and what time is it there? Use get_weather and get_time.")
]
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
        messages.append(.tool(call.name == "get_time" ? "14:05" : "4 °C, light snow", callID: call.id))
    }
}
print()
