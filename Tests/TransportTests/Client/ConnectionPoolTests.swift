import Inference
import NIOCore
import Synchronization
import Testing

@testable import Transport

@Suite struct ConnectionPoolTests {
    private let client = HTTPClient()

    @Test func reusesAConnectionAfterACompleteAnswer() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond("ok") }
        for _ in 0..<4 { #expect(try await client.send(to: server.base).text() == "ok") }
        #expect(server.requests.count == 4)
        #expect(server.connections.count == 1)
    }

    @Test func opensOneConnectionForEachRequestAtTheSameTime() async throws {
        let gate = Gate(count: 3)
        let server = try await LoopbackServer { _, connection in gate.pass { connection.respond("ok") } }
        let (client, base) = (client, server.base)
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<3 { group.addTask { try await client.send(to: base).text() } }
            for try await text in group { #expect(text == "ok") }
        }
        #expect(server.connections.count == 3)
    }

    @Test func keepsNoMoreIdleConnectionsThanAllowed() async throws {
        let client = HTTPClient(configuration: HTTPClientConfiguration(idleConnectionsPerOrigin: 1))
        let gate = Gate(count: 2)
        let server = try await LoopbackServer { _, connection in gate.pass { connection.respond() } }
        let base = server.base
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 { group.addTask { _ = try await client.send(to: base).text() } }
            try await group.waitForAll()
        }
        try await Self.firstClosed(of: server.connections)
        #expect(server.connections.filter(\.channel.isActive).count == 1)
    }

    @Test(arguments: ["Connection: close\r\n", "Connection: Keep-Alive, close\r\n"])
    func doesNotReuseWhatTheServerCloses(header: String) async throws {
        let server = try await LoopbackServer { _, connection in connection.respond("ok", headers: header) }
        for _ in 0..<2 { #expect(try await client.send(to: server.base).text() == "ok") }
        #expect(server.connections.count == 2)
        await server.firstConnection().waitUntilClosed()
    }

    @Test func sendsAgainWhenAnIdleConnectionWasClosedMeanwhile() async throws {
        let server = try await LoopbackServer { _, connection in
            if connection.answered.add(1, ordering: .relaxed).oldValue == 0 {
                connection.respond("ok")
            } else {
                connection.close()
            }
        }
        for _ in 0..<3 { #expect(try await client.send(to: server.base, body: "once").text() == "ok") }
        #expect(server.connections.count == 3)
    }

    @Test func sendsOnceWhenAFreshConnectionIsClosed() async throws {
        let server = try await LoopbackServer { _, connection in connection.close() }
        let error = try await failure { () throws(InferenceError) in try await client.send(to: server.base) }
        #expect(error.code == .unavailable)
        #expect(server.requests.count == 1)
    }

    @Test func sendsOnceWhenTheAnswerHadBegun() async throws {
        let server = try await LoopbackServer { _, connection in
            if connection.answered.add(1, ordering: .relaxed).oldValue == 0 {
                connection.respond("ok")
            } else {
                connection.send("HTTP/1.1 2")
                connection.close()
            }
        }
        _ = try await client.send(to: server.base).text()
        let error = try await failure { () throws(InferenceError) in try await client.send(to: server.base) }
        #expect(error.code == .unavailable)
        #expect(server.requests.count == 2)
    }

    @Test func closesConnectionsThatStayIdle() async throws {
        let client = HTTPClient(configuration: HTTPClientConfiguration(idleConnectionTime: .milliseconds(30)))
        let server = try await LoopbackServer { _, connection in connection.respond() }
        _ = try await client.send(to: server.base).text()
        await server.firstConnection().waitUntilClosed()
        _ = try await client.send(to: server.base).text()
        #expect(server.connections.count == 2)
    }

    @Test func closesAConnectionThatSpeaksUnasked() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond("ok") }
        _ = try await client.send(to: server.base).text()
        server.connections[0].respond("the answer to somebody's next request")
        await server.firstConnection().waitUntilClosed()
        #expect(try await client.send(to: server.base).text() == "ok")
    }

    @Test func shutdownClosesIdleAndBusyConnections() async throws {
        let server = try await LoopbackServer { request, connection in
            if request.requestLine.contains("/slow") {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")
            } else {
                connection.respond()
            }
        }
        let busy = try await client.send(to: server.base, path: "/slow")
        _ = try await client.send(to: server.base).text()
        await client.shutdown()
        for connection in server.connections { await connection.waitUntilClosed() }
        let broken = try await failure { () throws(InferenceError) in try await busy.body.next(before: nil) }
        #expect(broken.code == .truncated)
        let refused = try await failure { () throws(InferenceError) in try await client.send(to: server.base) }
        #expect(refused.code == .cancelled)
    }

    @Test func droppingTheClientClosesItsIdleConnections() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        _ = try await HTTPClient().send(to: server.base).text()
        await server.firstConnection().waitUntilClosed()
    }

    private static func firstClosed(of connections: [ServerConnection]) async throws {
        let promise = try #require(connections.first).channel.eventLoop.makePromise(of: Void.self)
        for connection in connections { connection.channel.closeFuture.cascade(to: promise) }
        try await promise.futureResult.get()
    }
}
