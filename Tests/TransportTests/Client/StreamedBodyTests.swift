import HTTPTypes
import Inference
import NIOCore
import Synchronization
import Testing

@testable import Transport

@Suite struct StreamedBodyTests {
    /// Pieces of a body, and how many were taken.
    private final class Pieces: HTTPRequestBody {
        let length: Int
        private let pieces: Int
        private let failsAt: Int?
        private let taken = Mutex(0)
        static let size = 100_000

        init(_ pieces: Int, failsAt: Int? = nil) {
            self.pieces = pieces
            self.failsAt = failsAt
            length = pieces * Self.size
        }

        var count: Int { taken.withLock { $0 } }

        func next() async throws(InferenceError) -> [UInt8]? {
            let index = taken.withLock { taken in
                defer { taken += 1 }
                return taken
            }
            if index == failsAt { throw InferenceError(.invalidRequest, "the file became shorter") }
            return index < pieces ? [UInt8](repeating: UInt8(index % 251), count: Self.size) : nil
        }
    }

    private let client = HTTPClient()

    private func request(_ server: LoopbackServer, _ stream: Pieces) -> HTTPExchangeRequest {
        let head = HTTPRequest(method: .post, scheme: "http", authority: server.authority, path: "/")
        return HTTPExchangeRequest(head: head, body: [[1, 2, 3]], stream: stream, isRepeatable: false)
    }

    @Test func whatIsPulledFollowsWhatIsThere() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond("ok") }
        let response = try await client.send(request(server, Pieces(12)), deadlines: Deadlines())
        #expect(try await response.text() == "ok")
        let received = try #require(server.requests.first)
        #expect(received.values("content-length") == ["1200003"])
        #expect(received.body.count == 1_200_003 && received.body.prefix(4) == [1, 2, 3, 0])
        #expect(received.body.last == 11)
    }

    /// A body that is not taken is not read: memory stays as it is.
    @Test func aServiceThatDoesNotReadStopsTheReading() async throws {
        let server = try await LoopbackServer(onConnect: {
            $0.channel.setOption(.autoRead, value: false).whenComplete { _ in }
        }) {
            _, _ in
        }
        let stream = Pieces(2000)
        let error = try await failure { () async throws(InferenceError) in
            try await client.send(request(server, stream), deadlines: Deadlines(firstByte: .milliseconds(600)))
        }
        #expect(error.code == .deadlineExceeded)
        #expect(stream.count < 400, "\(stream.count) pieces of 100 kB were read")
    }

    @Test func anEarlyAnswerEndsTheSending() async throws {
        let server = try await LoopbackServer(on: .head) { _, connection in
            connection.respond("too large", headers: "Connection: close\r\n")
        }
        let stream = Pieces(5000)
        let response = try await client.send(request(server, stream), deadlines: Deadlines(firstByte: .seconds(20)))
        #expect(response.head.status.code == 200)
        #expect(stream.count < 5000)
    }

    @Test func aFileThatFailsEndsTheExchange() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        let error = try await failure { () async throws(InferenceError) in
            try await client.send(request(server, Pieces(5, failsAt: 2)), deadlines: Deadlines())
        }
        #expect(error.message == "the file became shorter")
    }

    /// A reused connection that closes leaves open whether the request arrived; what may happen once only gets its own.
    @Test func whatMustNotBeRepeatedHasAConnectionOfItsOwn() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond("ok") }
        _ = try await client.send(to: server.base).text()
        let head = HTTPRequest(method: .post, scheme: "http", authority: server.authority, path: "/")
        let once = HTTPExchangeRequest(head: head, isRepeatable: false)
        _ = try await client.send(once, deadlines: Deadlines()).text()
        #expect(server.connections.count == 2)
        _ = try await client.send(to: server.base).text()
        #expect(server.connections.count == 2)
    }
}
