import OpenClawHost
import Testing

@testable import OpenClawGateway

@Suite struct FrontDoorTests {
    private func status(_ request: String, _ scene: GatewayScene) -> String {
        let client = scene.client()
        client.send(request)
        return String(client.read(until: "\r\n\r\n").prefix(12).suffix(3))
    }

    @Test func answersAHealthCheckWithoutAToken() async throws {
        let scene = try await GatewayScene()
        #expect(status(GatewayScene.get("/healthz", fields: ""), scene) == "200")
        #expect(status(GatewayScene.get("/readyz", fields: ""), scene) == "401")
        #expect(status(GatewayScene.get("/readyz"), scene) == "200")
        await scene.gateway.stop(within: .zero)
    }

    @Test func refusesWhoMayNotComeIn() async throws {
        let scene = try await GatewayScene()
        let token = "authorization: Bearer \(GatewayScene.token)\r\n"
        let cases = [
            (GatewayScene.get("/v1/models", fields: "authorization: Bearer wrong\r\n"), "401"),
            (GatewayScene.get("/v1/models", fields: "authorization: Basic \(GatewayScene.token)\r\n"), "401"),
            (GatewayScene.get("/v1/models", fields: "x-api-key: \(GatewayScene.token)\r\n"), "200"),
            (GatewayScene.get("/nothing", fields: ""), "401"), (GatewayScene.get("/nothing"), "404"),
            (GatewayScene.get("/v1/chat/completions"), "405"),
            (GatewayScene.get("/v1/models", fields: token + "origin: http://evil.example\r\n"), "403"),
            (GatewayScene.get("/v1/models", fields: token + "sec-fetch-site: cross-site\r\n"), "403"),
            ("GET /v1/models HTTP/1.1\r\nhost: evil.example:18789\r\n\(token)\r\n", "421"),
            ("GET /v1/models HTTP/1.1\r\nhost: 127.0.0.1.evil.example\r\n\(token)\r\n", "421"),
            ("GET /v1/models HTTP/1.1\r\nhost: [::1]:18789\r\n\(token)\r\n", "200"),
            ("GET /v1/models HTTP/1.1\r\nhost: LOCALHOST:18789\r\n\(token)\r\n", "200"),
            ("POST /v1/chat/completions HTTP/1.1\r\nhost: h\ncontent-length: 0\r\n\r\n", "400"),
            (GatewayScene.post("/v1/chat/completions", "{"), "400"),
            (GatewayScene.post("/v1/chat/completions", #"{"messages":[],"api_base":"http://evil"}"#), "400"),
        ]
        for (request, expected) in cases { #expect(status(request, scene) == expected, "\(request)") }
        #expect(scene.upstream.requests.isEmpty)
        await scene.gateway.stop(within: .zero)
    }

    @Test func refusesALargeBodyBeforeItCame() async throws {
        var limits = GatewayLimits()
        limits.bodyBytes = 100
        let scene = try await GatewayScene(limits: limits)
        let head =
            "POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer \(GatewayScene.token)\r\n"
        #expect(status(head + "content-length: 101\r\n\r\n", scene) == "413")
        let chunk = "transfer-encoding: chunked\r\n\r\n65\r\n" + String(repeating: " ", count: 101)
        #expect(status(head + chunk, scene) == "413")
        await scene.gateway.stop(within: .zero)
    }

    @Test func wrongTokensWaitWhileTheRightOneWorks() async throws {
        var limits = GatewayLimits()
        limits.failedAttempts = 3
        let scene = try await GatewayScene(limits: limits)
        let wrong = GatewayScene.get("/v1/models", fields: "x-api-key: nope\r\n")
        #expect((0..<5).map { _ in status(wrong, scene) } == ["401", "401", "401", "429", "429"])
        #expect(status(GatewayScene.get("/v1/models"), scene) == "200")
        await scene.gateway.stop(within: .zero)
    }
}
