import Inference
import OpenClawGateway
import Testing

@Suite struct TranslatedRoutesTests {
    @Test(arguments: [
        "/v1/messages", "/messages", "/v1/messages/count_tokens", "/messages/count_tokens", "/v1/responses",
        "/v1/completions", "/compatible-mode/v1/responses", "/compatible-mode/v1/completions",
        "/apps/anthropic/v1/messages", "/apps/anthropic/v1/messages/count_tokens",
        "/api/v1/services/aigc/text-generation/generation", "/api/v1/services/aigc/multimodal-generation/generation",
    ])
    func everyPathIsThereOnceAndNeedsAToken(_ path: String) {
        let routes = Route.translated.withAliases().filter { $0.path == path }
        #expect(routes.map(\.method) == [.post])
        #expect(routes.allSatisfy { $0.needsToken })
    }

    @Test func countsTokensAndSaysThatItGuessed() throws {
        let answer = try Self.count(#"{"messages":[{"role":"user","content":"12345678"}]}"#)
        #expect(answer.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self) == #"{"input_tokens":6}"#)
        #expect(answer.fields.map(\.name) == ["x-openclaw-token-count"])
        let refusal = try Self.count("{}")
        #expect(refusal.status == 400)
        #expect(try JSONValue(parsing: refusal.body)["error"]?["type"] == "invalid_request_error")
    }

    private static func count(_ request: String) throws -> GatewayAnswer {
        let route = try #require(Route.translated.first { $0.path == "/v1/messages/count_tokens" })
        guard case .answer(let answer) = route.action else { throw InferenceError("odd", "no such action") }
        return answer(GatewayCall(id: "c1", method: .post, path: route.path, body: Array(request.utf8)))
    }
}
