import HTTPTypes
import Inference
import InferenceTesting
import Synchronization
import Testing

@testable import Qwen

@Suite struct QwenClientTests {
    private func client(_ transport: ScriptedTransport, endpoint: EndpointID? = nil) throws -> QwenClient {
        try QwenClient(credential: Secret("sk-test"), endpoint: endpoint, transport: transport)
    }

    private let request = ChatRequest(
        model: "qwen3.5-plus", messages: [.user("hi")], options: ChatOptions(maxTokens: 60_000))

    @Test func streamsAndFolds() async throws {
        let transport = ScriptedTransport([
            ScriptedReply(try Fixture.bytes("streams/chat.tool-call.parallel.sse"), chunking: .every(7))
        ])
        let answer = try await client(transport).respond(to: request)
        #expect(answer.text == "Looking both up.")
        #expect(answer.toolCalls.map(\.id) == ["call_a", "call_b"])
        #expect(answer.toolCalls.map(\.arguments) == [#"{"city":"Oslo"}"#, #"{"city":"Rome"}"#])
        #expect(answer.finishReason == .toolCalls)
        try transport.expectFinished()
    }

    @Test func repairsARefusedRequestOnce() async throws {
        let refusal =
            #"{"error":{"message":"Range of max_tokens should be [1, 8192]","code":"invalid_parameter_error"}}"#
        let transport = ScriptedTransport([
            ScriptedReply(refusal, status: 400), ScriptedReply(try Fixture.bytes("streams/chat.plain.sse")),
        ])
        let answer = try await client(transport).respond(to: request)
        #expect(answer.text == "The sky is blue.")
        #expect(answer.adjustments.map(\.rule) == ["repair-output-limit"])
        let second = try JSONValue(parsing: Array(transport.requests[1].body.joined()))
        #expect(second["max_completion_tokens"] == 8_192)
        #expect(second["stream"] == true)
    }

    @Test func reportsEveryRequestOnce() async throws {
        let refusal =
            #"{"error":{"message":"Range of max_tokens should be [1, 8192]","code":"invalid_parameter_error"}}"#
        let plain = try Fixture.bytes("streams/chat.plain.sse")
        let cut = Array(plain.prefix(plain.count / 2))
        let transport = ScriptedTransport([
            ScriptedReply(refusal, status: 400), ScriptedReply(plain), ScriptedReply(cut), ScriptedReply(plain),
        ])
        let reports = Mutex<[CallUsage]>([])
        let client = try QwenClient(
            credential: Secret("sk-test"), endpoint: "standard-intl", transport: transport,
            onUsage: { report in reports.withLock { $0.append(report) } })
        _ = try await client.respond(to: request)
        _ = try? await client.respond(to: request)
        for try await event in try await client.stream(request) { if case .text = event { break } }
        let all = reports.withLock { $0 }
        #expect(all.map(\.outcome) == [.failed(.invalidRequest), .completed, .failed(.truncated), .abandoned])
        #expect(all.map(\.model) == Array(repeating: "qwen3.5-plus", count: 4))
        let usage = try #require(all[1].usage)
        let price = try #require(client.model("qwen3.5-plus").price(on: client.endpoint))
        let amount = try #require(price.cost(of: usage, thinking: false))
        #expect(all.map(\.cost) == [.nothing, .amount(amount, currency: "USD"), .unknown, .unknown])
        #expect(all[1].firstToken != nil && all[0].firstToken == nil)
    }

    @Test func doesNotRepairTwice() async throws {
        let refusal =
            #"{"error":{"message":"Range of max_tokens should be [1, 8192]","code":"invalid_parameter_error"}}"#
        let transport = ScriptedTransport([
            ScriptedReply(refusal, status: 400), ScriptedReply(refusal, status: 400),
        ])
        let error = await #expect(throws: InferenceError.self) { try await client(transport).respond(to: request) }
        #expect(error?.rule == "output-limit-range")
        try transport.expectFinished()
    }

    @Test func decodesTypedAnswers() async throws {
        struct City: Decodable, Equatable { var name: String }
        let chunk = #"data: {"choices":[{"delta":{"content":"{\"name\":\"Oslo\"}"},"finish_reason":"stop"}],"id":"c"}"#
        let transport = ScriptedTransport([ScriptedReply(chunk + "\n\ndata: [DONE]\n\n")])
        #expect(try await client(transport).respond(to: request, as: City.self) == City(name: "Oslo"))
        let sent = try JSONValue(parsing: Array(transport.requests[0].body.joined()))
        #expect(sent["response_format"]?["type"] == "json_object")
        #expect(sent["enable_thinking"] == false)
    }

    @Test func sendsTheKeyToItsEndpointOnly() async throws {
        let transport = ScriptedTransport([ScriptedReply(try Fixture.bytes("streams/chat.plain.sse"))])
        _ = try await client(transport, endpoint: "token-plan-cn").respond(to: request)
        #expect(transport.requests[0].head.authority == "token-plan.cn-beijing.maas.aliyuncs.com")
        #expect(throws: InferenceError.self) { try client(transport, endpoint: "moon") }
    }

    @Test func keysNeverAppearInErrors() async throws {
        let key = "sk-0f9e8d7c6b5a49382716"
        for status in [400, 401, 403, 404, 405, 413, 429, 500, 503] {
            for body in ["{\"error\":{\"message\":\"bad key \(key)\",\"code\":\"\(key)\"}}", "<html>\(key)", key] {
                let transport = ScriptedTransport([ScriptedReply(body, status: status)])
                let client = try QwenClient(credential: Secret(key), transport: transport)
                let error = await #expect(throws: InferenceError.self) { try await client.respond(to: request) }
                let shown = String(reflecting: error)
                #expect(!shown.contains(key))
            }
        }
    }

    @Test(arguments: TestProvider.manifests.map(\.id))
    func conforms(_ id: ProviderID) throws {
        let manifest = try #require(TestProvider.manifests.first { $0.id == id })
        #expect(ProviderConformance.findings(in: QwenProvider(manifest: manifest)) == [])
    }
}
