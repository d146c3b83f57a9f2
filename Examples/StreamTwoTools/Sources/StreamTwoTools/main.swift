// Streams a conversation in which the model calls two tools at once and then answers with their results.
// QWEN_API_KEY=… swift run; with QWEN_BASE_URL it talks to any compatible server, such as 'openclaw simulate'.
import Foundation
import Inference
import Qwen

let environment = ProcessInfo.processInfo.environment
let qwen = try QwenClient(
    credential: Secret(environment["QWEN_API_KEY"] ?? ""), baseURL: environment["QWEN_BASE_URL"])
let city: JSONValue = ["type": "object", "properties": ["city": ["type": "string"]], "required": ["city"]]
let tools = [
    ToolDefinition(name: "get_weather", description: "The weather of a city.", parameters: city),
    ToolDefinition(name: "get_time", description: "The local time of a city.", parameters: city),
]
let results = ["get_weather": "4 °C, light snow", "get_time": "14:05"]
var messages: [ChatMessage] = [.user("Use get_weather and get_time: what are weather and time in Oslo?")]
var answer = ChatResponseBuilder()
repeat {
    answer = ChatResponseBuilder()
    let request = ChatRequest(model: "qwen3.5-plus", messages: messages, options: ChatOptions(tools: tools))
    for try await event in try await qwen.stream(request) {
        if case .text(let piece) = event { print(piece, terminator: "") }
        answer.add(event)
    }
    messages.append(answer.response.message)
    for call in answer.response.toolCalls {
        print("[\(call.name) \(call.arguments)]")
        messages.append(.tool(results[call.name] ?? "no such tool", callID: call.id))
    }
} while !answer.response.toolCalls.isEmpty && messages.count < 20
print()
