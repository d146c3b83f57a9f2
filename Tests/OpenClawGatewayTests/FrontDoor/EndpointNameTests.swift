import OpenClawHost
import Testing

@testable import OpenClawGateway

@Suite struct EndpointNameTests {
    @Test(
        arguments: [
            ("/v1/chat/completions", EndpointName.chatCompletions),
            ("/compatible-mode/v1/chat/completions", .chatCompletions),
            ("/v1/completions", .completions), ("/api/v2/apps/protocols/compatible-mode/v1/responses", .responses),
            ("/apps/anthropic/v1/messages/count_tokens", .messages), ("/compatible-api/v1/reranks", .rerank),
            ("/v1/images/*", .images), ("/v1/audio/speech", .audio), ("/api/v1/services/*", .native),
            ("/api-ws/v1/*", .native), ("/healthz", nil), ("/v1/models", nil),
        ] as [(String, EndpointName?)])
    func belongsToAPath(path: String, name: EndpointName?) {
        #expect(EndpointName(path: path) == name)
    }

    @Test func everyPathForClientsHasAName() {
        let unnamed = Route.translated.withAliases().filter { EndpointName(path: $0.path) == nil }
        #expect(unnamed.map(\.path) == [])
    }

    @Test func whatIsSwitchedOffIsNotServed() {
        var settings = GatewaySettings(auth: .none)
        settings.disabledEndpoints = ["native", "messages"]
        settings.bodyLimits = ["responses": 7]
        let routes = Route.translated.served(by: settings)
        #expect(!routes.contains { $0.path.hasPrefix("/api") || $0.path.hasSuffix("/messages") })
        #expect(routes.first { $0.path == "/v1/responses" }?.bodyLimit == 7)
    }
}
