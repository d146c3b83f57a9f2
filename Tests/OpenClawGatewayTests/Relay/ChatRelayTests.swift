import Inference
import NIOCore
import OpenClawHost
import Synchronization
import Testing

@testable import OpenClawGateway

@Suite struct ChatRelayTests {
    @Test func answersAsOneDocument() async throws {
        let scene = try await GatewayScene()
        let client = scene.client()
        client.send(GatewayScene.chat())
        let answer = client.answer()
        #expect(answer.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.head.contains("x-openclaw-model: acme/acme-small\r\n"))
        #expect(answer.head.contains("x-openclaw-attempts: 1\r\n"))
        #expect(try JSONValue(parsing: answer.body)["choices"]?[0]?["message"]?["content"]?.string == "Hi")
        #expect(scene.upstream.requests.first?.contains("Bearer ak-12345678") == true)
        #expect(scene.upstream.requests.first?.contains(GatewayScene.token) == false)
        await scene.gateway.stop(within: .zero)
    }

    @Test func streamsEventsAndKeepsBothConnections() async throws {
        let scene = try await GatewayScene { _, connection in
            connection.stream(["say \"He\"\n", "say \"llo\"\nend \"stop\"\n"])
        }
        let client = scene.client()
        for _ in 0..<3 {
            client.send(GatewayScene.chat(stream: true))
            let answer = client.read(until: "\r\n0\r\n\r\n")
            #expect(answer.contains("content-type: text/event-stream"))
            #expect(answer.contains(#""content":"He""#) && answer.contains(#""content":"llo""#))
            #expect(answer.contains("data: [DONE]"))
        }
        #expect(scene.upstream.connections.count == 1)
        await scene.gateway.stop(within: .zero)
    }

    @Test func answersPipelinedRequestsInOrder() async throws {
        let scene = try await GatewayScene()
        let client = scene.client()
        client.send(GatewayScene.chat() + GatewayScene.get("/healthz") + GatewayScene.chat())
        #expect(client.answer().body.contains("Hi"))
        #expect(client.answer().body == #"{"ok":true,"status":"live"}"#)
        #expect(client.answer().body.contains("Hi"))
        await scene.gateway.stop(within: .zero)
    }

    @Test func asksTheNextModelBeforeAnythingWasSeen() async throws {
        let scene = try await GatewayScene(fallbacks: ["acme/acme-large"]) { request, connection in
            if request.contains("acme-large") {
                connection.respond("say \"Hi\"\nend \"stop\"\n")
            } else {
                connection.stream(["# nothing visible yet\n", "fail \"overloaded\"\n"])
            }
        }
        let client = scene.client()
        client.send(GatewayScene.chat(stream: true))
        let answer = client.read(until: "\r\n0\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
        #expect(answer.contains("x-openclaw-model: acme/acme-large\r\n"))
        #expect(answer.contains("data: [DONE]"))
        await scene.gateway.stop(within: .zero)
    }

    @Test(arguments: [
        ("401 No", "401", "authentication_error"), ("429 Slow", "429", "rate_limit_error"),
        ("400 Bad", "400", "invalid_request_error"),
    ])
    func keepsTheMeaningOfRefusals(_ upstream: String, _ status: String, _ type: String) async throws {
        let scene = try await GatewayScene { _, connection in connection.respond("no", status: upstream) }
        let client = scene.client(timeout: 20)
        client.send(GatewayScene.chat())
        let answer = client.answer()
        #expect(answer.head.hasPrefix("HTTP/1.1 \(status) "))
        #expect(try JSONValue(parsing: answer.body)["error"]?["type"]?.string == type)
        await scene.gateway.stop(within: .zero)
    }

    @Test func tellsOfABrokenStreamAndLeavesTheEndOut() async throws {
        let scene = try await GatewayScene { _, connection in
            connection.stream(["say \"He\"\n"], isComplete: false)
            connection.channel.eventLoop.execute { connection.close() }
        }
        let client = scene.client()
        client.send(GatewayScene.chat(stream: true))
        let answer = client.read(until: "\r\n0\r\n\r\n")
        #expect(answer.contains(#""content":"He""#))
        #expect(answer.contains(#"data: {"error":{"#) && answer.contains("truncated_stream"))
        #expect(!answer.contains("[DONE]"))
        await scene.gateway.stop(within: .zero)
    }

    @Test func sendsAgainWhenAnOldConnectionIsClosed() async throws {
        let count = Atomic(0)
        let scene = try await GatewayScene { _, connection in
            let number = count.add(1, ordering: .relaxed).newValue
            // The second request arrives on the first connection, which then ends without a byte.
            if number == 2 { connection.close() } else { connection.respond("say \"Hi\"\nend \"stop\"\n") }
        }
        let client = scene.client()
        for _ in 0..<2 {
            client.send(GatewayScene.chat())
            #expect(client.answer().head.hasPrefix("HTTP/1.1 200 OK"))
        }
        #expect(scene.upstream.connections.count == 2)
        await scene.gateway.stop(within: .zero)
    }

    @Test func stopsTheServiceWhenTheClientLeaves() async throws {
        let scene = try await GatewayScene { _, connection in
            connection.stream(["say \"He\"\n"], isComplete: false)
        }
        let client = scene.client()
        client.send(GatewayScene.chat(stream: true))
        _ = client.read(until: "He")
        let connection = try #require(scene.upstream.connections.first)
        // Noted on the service's event loop, because the threads of tests may be busy with other tests.
        let end = connection.channel.closeFuture.map { ContinuousClock.now }
        let start = ContinuousClock.now
        client.close()
        #expect(try await end.get() - start < .milliseconds(250))
        await scene.gateway.stop(within: .zero)
    }

    @Test func answersOfOthersSayNothingAboutAnOpenStream() async throws {
        let scene = try await GatewayScene { request, connection in
            let isWhole = request.contains("acme-large")
            connection.stream([isWhole ? "say \"x\"\nend \"stop\"\n" : "say \"He\"\n"], isComplete: isWhole)
        }
        let (open, other) = (scene.client(), scene.client())
        open.send(GatewayScene.chat(stream: true))
        _ = open.read(until: "He")
        other.send(GatewayScene.chat("acme-large", stream: true))
        #expect(other.read(until: "\r\n0\r\n\r\n").contains("[DONE]"))
        let middle = "say \"llo\"\n"
        let end = "say \"!\"\nend \"stop\"\n"
        for piece in [middle, end] {
            scene.upstream.connections.first?.send(String(piece.utf8.count, radix: 16) + "\r\n" + piece + "\r\n")
            #expect(open.read(until: piece == end ? "[DONE]" : "llo").contains(piece == end ? "!" : "llo"))
        }
        await scene.gateway.stop(within: .zero)
    }

    @Test func unknownModelsPassWithAWarning() async throws {
        let scene = try await GatewayScene()
        let client = scene.client()
        client.send(GatewayScene.chat("acme/brand-new"))
        #expect(client.answer().head.contains("x-openclaw-warning: "))
        await scene.gateway.stop(within: .zero)
    }

    @Test func finishesOpenStreamsBeforeItStops() async throws {
        let scene = try await GatewayScene { _, connection in
            connection.stream(["say \"He\"\n"], isComplete: false)
        }
        let client = scene.client()
        client.send(GatewayScene.chat(stream: true))
        _ = client.read(until: "He")
        async let stopped: Void = scene.gateway.stop(within: .seconds(5))
        while !scene.gateway.isDraining { await Task.yield() }
        let end = "say \"llo\"\nend \"stop\"\n"
        scene.upstream.connections.first?.send(String(end.utf8.count, radix: 16) + "\r\n" + end + "\r\n0\r\n\r\n")
        #expect(client.readToEnd().contains("data: [DONE]"))
        await stopped
    }
}
