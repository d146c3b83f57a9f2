import HTTPTypes
import Inference
import NIOCore
import NIOHTTP1
import NIOWebSocket
import Synchronization
import Testing

@testable import Transport

@Suite struct SocketClientTests {
    private func request(_ port: Int, host: String = "127.0.0.1", scheme: String = "http") -> HTTPExchangeRequest {
        HTTPExchangeRequest(
            head: HTTPRequest(
                method: .get, scheme: scheme, authority: "\(host):\(port)", path: "/api-ws/v1/inference",
                headerFields: [.authorization: "Bearer sk-canary"]))
    }

    private func open(
        _ port: Int, _ client: SocketClient = SocketClient(), deadlines: Deadlines = Deadlines()
    ) async throws -> any SocketConnection {
        let answer = try await client.open(request(port), deadlines: deadlines)
        guard case .open(let socket) = answer else { throw InferenceError(.unsupported, "refused") }
        return socket
    }

    @Test func messagesTravelBothWaysAndOursAreMasked() async throws {
        let server = try await SocketServer(answering: { frame, channel in
            guard frame.opcode == .text || frame.opcode == .binary else { return }
            SocketServer.send(frame.opcode, Array(frame.unmaskedData.readableBytesView), on: channel)
        })
        let socket = try await open(server.port)
        let large = [UInt8](repeating: 7, count: 300_000)
        try await socket.send(.text("grüß Gott"))
        try await socket.send(.binary(large))
        #expect(try await socket.next(before: nil) == .text("grüß Gott"))
        #expect(try await socket.next(before: nil) == .binary(large))
        #expect(server.frames.withLock { $0.allSatisfy { $0.maskKey != nil } })
        let head = try #require(server.heads.withLock { $0.first })
        #expect(head.uri == "/api-ws/v1/inference" && head.headers["authorization"] == ["Bearer sk-canary"])
        #expect(head.headers["host"] == ["127.0.0.1:\(server.port)"])
        socket.close()
    }

    @Test func pingsAreAnsweredAndPiecesAreJoined() async throws {
        let server = try await SocketServer(answering: { frame, channel in
            guard frame.opcode == .pong else { return }
            SocketServer.send(.text, Array("one ".utf8), fin: false, on: channel)
            SocketServer.send(.continuation, Array("whole".utf8), on: channel)
        }) { SocketServer.send(.ping, [1, 2, 3], on: $0) }
        let socket = try await open(server.port)
        #expect(try await socket.next(before: nil) == .text("one whole"))
        #expect(server.frames.withLock { $0.first?.unmaskedData } == ByteBuffer(bytes: [1, 2, 3]))
    }

    @Test func aFarewellEndsInOrderAndABreakDoesNot() async throws {
        let orderly = try await SocketServer(greet: { channel in
            SocketServer.send(.text, Array("last".utf8), on: channel)
            SocketServer.send(.connectionClose, [0x03, 0xE8], on: channel)
        })
        let first = try await open(orderly.port)
        #expect(try await first.next(before: nil) == .text("last"))
        #expect(try await first.next(before: nil) == nil)
        let angry = try await SocketServer(greet: { SocketServer.send(.connectionClose, [0x03, 0xF0], on: $0) })
        let second = try await open(angry.port)
        let refused = try await failure { () async throws(InferenceError) in try await second.next(before: nil) }
        #expect(refused.code == .truncated && refused.message.contains("1008"))
        let broken = try await SocketServer(greet: { $0.close(promise: nil) })
        let third = try await open(broken.port)
        let cut = try await failure { () async throws(InferenceError) in try await third.next(before: nil) }
        #expect(cut.code == .truncated)
    }

    @Test func aRefusedOpeningIsReadWhole() async throws {
        let server = try await LoopbackServer { _, connection in
            connection.respond(#"{"code":"InvalidApiKey"}"#, status: "401 Unauthorized")
        }
        let answer = try await SocketClient().open(request(server.port), deadlines: Deadlines())
        guard case .refused(let head, let body) = answer else { return #expect(Bool(false)) }
        #expect(head.status.code == 401 && String(decoding: body, as: UTF8.self) == #"{"code":"InvalidApiKey"}"#)
    }

    @Test func silenceAndCancellationEndTheWait() async throws {
        let server = try await SocketServer()
        let socket = try await open(server.port)
        let late = try await failure { () async throws(InferenceError) in
            try await socket.next(before: .now + .milliseconds(50))
        }
        #expect(late.code == .deadlineExceeded)
        let waiting = Task { () throws(InferenceError) -> SocketMessage? in try await socket.next(before: nil) }
        waiting.cancel()
        let result = await waiting.result
        #expect(throws: InferenceError(.cancelled, "the request was cancelled")) { try result.get() }
    }

    @Test func aServerThatSaysNothingIsNotWaitedForForever() async throws {
        let server = try await LoopbackServer { _, _ in }
        let error = try await failure { () async throws(InferenceError) in
            try await SocketClient().open(
                request(server.port), deadlines: Deadlines(firstByte: .milliseconds(100)))
        }
        #expect(error.code == .deadlineExceeded)
    }

    @Test func moreThanIsTakenIsAnError() async throws {
        let server = try await SocketServer(greet: {
            SocketServer.send(.binary, [UInt8](repeating: 0, count: 5000), on: $0)
        })
        let socket = try await open(server.port, SocketClient(messageLimit: 4000))
        let error = try await failure { () async throws(InferenceError) in try await socket.next(before: nil) }
        #expect(error.code == .malformedResponse)
    }

    @Test func theWayGoesThroughTheProxy() async throws {
        let server = try await SocketServer(greet: { SocketServer.send(.text, Array("through".utf8), on: $0) })
        let proxy = try await LoopbackServer { _, connection in connection.respond("proxied") }
        let environment = ["http_proxy": "http://\(proxy.authority)"]
        let client = SocketClient(configuration: HTTPClientConfiguration(environment: environment))
        // Without TLS a proxy is asked for the address itself, which shows that it was.
        guard
            case .refused(let head, _) = try await client.open(
                request(server.port, host: "service.test"), deadlines: Deadlines())
        else { return #expect(Bool(false)) }
        #expect(head.status.code == 200)
        #expect(proxy.requests.first?.requestLine.contains("http://service.test:\(server.port)/api-ws") == true)
    }

    @Test func nobodyThereIsAFailedConnection() async throws {
        let error = try await failure { () async throws(InferenceError) in
            try await SocketClient().open(request(1), deadlines: Deadlines())
        }
        #expect(error.code == .connectionFailed)
    }
}
