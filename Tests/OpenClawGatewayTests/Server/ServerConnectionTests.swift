import NIOCore
import OpenClawHost
import Testing

@testable import OpenClawGateway

@Suite struct ServerConnectionTests {
    private let bearer = "host: localhost\r\nauthorization: Bearer \(GatewayScene.token)\r\n"
    private let body = #"{"model":"acme-small","messages":[{"role":"user","content":"hi"}]}"#

    @Test func saysThatABodyMayCome() async throws {
        let scene = try await GatewayScene()
        let client = scene.client()
        let head = "POST /v1/chat/completions HTTP/1.1\r\n\(bearer)expect: 100-continue\r\n"
        client.send(head + "content-length: \(body.utf8.count)\r\n\r\n")
        #expect(client.read(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
        client.send(body)
        #expect(client.answer().head.hasPrefix("HTTP/1.1 200 OK"))
        await scene.gateway.stop(within: .zero)
    }

    @Test func readsChunkedBodiesInPieces() async throws {
        let scene = try await GatewayScene()
        let client = scene.client()
        client.send("POST /v1/chat/completions HTTP/1.1\r\n\(bearer)transfer-encoding: chunked\r\n\r\n")
        let bytes = Array(body.utf8)
        for piece in [bytes[..<10], bytes[10...]] {
            let size = String(piece.count, radix: 16)
            client.send(size + "\r\n" + String(decoding: piece, as: UTF8.self) + "\r\n")
        }
        client.send("0\r\n\r\n")
        #expect(client.answer().head.hasPrefix("HTTP/1.1 200 OK"))
        #expect(scene.upstream.requests.first?.contains("content-length: \(bytes.count)") == true)
        await scene.gateway.stop(within: .zero)
    }

    @Test func endsTheConnectionOfAnOldClient() async throws {
        let scene = try await GatewayScene { _, connection in connection.stream(["say \"Hi\"\nend \"stop\"\n"]) }
        let client = scene.client()
        let streamed = body.dropLast() + #","stream":true}"#
        let length = "content-length: \(streamed.utf8.count)\r\n"
        client.send("POST /v1/chat/completions HTTP/1.0\r\n\(bearer)connection: keep-alive\r\n\(length)\r\n\(streamed)")
        let answer = client.readToEnd()
        #expect(answer.contains("connection: close\r\n") && !answer.contains("transfer-encoding"))
        #expect(answer.hasSuffix("data: [DONE]\n\n"))
        await scene.gateway.stop(within: .zero)
    }

    @Test func doesNotWaitForSlowHeads() async throws {
        var limits = GatewayLimits()
        limits.headerTimeout = .milliseconds(300)
        let scene = try await GatewayScene(limits: limits)
        let slow = scene.client()
        slow.send("GET /healthz HTTP/1.1\r\nhost: loc")
        #expect(slow.readToEnd().hasPrefix("HTTP/1.1 408 "))
        await scene.gateway.stop(within: .zero)
    }

    @Test func doesNotWaitForSlowBodies() async throws {
        var limits = GatewayLimits()
        limits.bodyTimeout = .milliseconds(300)
        let scene = try await GatewayScene(limits: limits)
        let slow = scene.client()
        slow.send("POST /v1/chat/completions HTTP/1.1\r\n\(bearer)content-length: 100\r\n\r\n{")
        #expect(slow.readToEnd().hasPrefix("HTTP/1.1 408 "))
        await scene.gateway.stop(within: .zero)
    }

    @Test func closesConnectionsThatNobodyUses() async throws {
        var limits = GatewayLimits()
        limits.idleTimeout = .milliseconds(300)
        let scene = try await GatewayScene(limits: limits)
        #expect(scene.client().readToEnd() == "")
        await scene.gateway.stop(within: .zero)
    }

    @Test func dropsClientsThatDoNotRead() async throws {
        var limits = GatewayLimits()
        limits.readerTimeout = .milliseconds(300)
        let piece = "say \"" + String(repeating: "x", count: 60_000) + "\"\n"
        let scene = try await GatewayScene(limits: limits) { _, connection in
            connection.stream(Array(repeating: piece, count: 400), isComplete: false)
        }
        let client = scene.client()
        client.send(GatewayScene.chat(stream: true))
        let service = await scene.upstream.firstConnection()
        // The service is cut off when the client is dropped, long before its 24 MB were taken.
        try await service.channel.closeFuture.get()
        await scene.gateway.stop(within: .zero)
    }
}
