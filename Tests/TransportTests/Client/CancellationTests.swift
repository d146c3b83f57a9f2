import Inference
import Testing

@testable import Transport

@Suite struct CancellationTests {
    private let client = HTTPClient()
    private static let endless = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"

    /// Runs a trial until the server saw the close within 100 ms; a busy machine gets five tries.
    private func closesAtOnce(
        _ trial: (LoopbackServer) async throws -> ContinuousClock.Instant, on server: LoopbackServer
    ) async throws {
        var shortest = Duration.seconds(60)
        for _ in 0..<5 {
            let cancelled = try await trial(server)
            await server.connections.last?.waitUntilClosed()
            shortest = min(shortest, .now - cancelled)
            if shortest < .milliseconds(100) { break }
        }
        #expect(shortest < .milliseconds(100))
    }

    @Test func cancellingTheWaitForAHeadClosesTheSocket() async throws {
        let arrivals = Arrivals()
        let server = try await LoopbackServer { _, _ in arrivals.signal() }
        let client = client
        try await closesAtOnce(
            { server in
                let base = server.base
                let task = Task { try await client.send(to: base) }
                await arrivals.next()
                let start = ContinuousClock.now
                task.cancel()
                await #expect(throws: InferenceError.callerCancelled) { _ = try await task.value }
                return start
            }, on: server)
    }

    @Test(arguments: [false, true])
    func cancellingTheWaitForAChunkClosesTheSocket(tls: Bool) async throws {
        let server = try await LoopbackServer(tls: tls) { _, connection in connection.send(Self.endless) }
        let client = try TestTrust.client()
        try await closesAtOnce(
            { server in
                let body = try await client.send(to: "\(tls ? "https" : "http")://localhost:\(server.port)").body
                #expect(try await body.next(before: nil) == Array("hello".utf8))
                let task = Task { try await body.next(before: nil) }
                let start = ContinuousClock.now
                task.cancel()
                await #expect(throws: InferenceError.callerCancelled) { _ = try await task.value }
                return start
            }, on: server)
    }

    @Test func cancellingAHandshakeClosesTheSocket() async throws {
        let arrivals = Arrivals()
        let server = try await LoopbackServer(onConnect: { _ in arrivals.signal() }) { _, _ in }
        let client = client
        try await closesAtOnce(
            { server in
                let base = "https://127.0.0.1:\(server.port)"
                let task = Task { try await client.send(to: base) }
                await arrivals.next()
                let start = ContinuousClock.now
                task.cancel()
                await #expect(throws: InferenceError.callerCancelled) { _ = try await task.value }
                return start
            }, on: server)
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        let (client, base) = (client, server.base)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await client.send(to: base)
        }
        await #expect(throws: InferenceError.callerCancelled) { try await task.value }
        #expect(server.requests.isEmpty)
    }

    @Test func droppingTheBodyClosesAnUnfinishedExchange() async throws {
        let server = try await LoopbackServer { _, connection in connection.send(Self.endless) }
        _ = try await client.send(to: server.base)
        await server.firstConnection().waitUntilClosed()
    }

    @Test func cancellingTheBodyEndsIt() async throws {
        let server = try await LoopbackServer { _, connection in connection.send(Self.endless) }
        let body = try await client.send(to: server.base).body
        body.cancel()
        await #expect(throws: InferenceError.callerCancelled) { _ = try await body.next(before: nil) }
        await server.firstConnection().waitUntilClosed()
    }

    @Test func droppingACompleteBodyKeepsTheConnection() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond("ok") }
        for _ in 0..<3 {
            let response = try await client.send(to: server.base)
            #expect(try await response.text() == "ok")
            response.body.cancel()
        }
        #expect(server.connections.count == 1)
    }
}
