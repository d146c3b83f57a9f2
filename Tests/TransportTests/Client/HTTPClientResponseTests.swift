import HTTPTypes
import Inference
import NIOCore
import Testing

@testable import Transport

@Suite struct HTTPClientResponseTests {
    private let client = HTTPClient()

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", false),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nT: 1\r\n\r\n", false),
        ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello", true),
        ("HTTP/1.0 200 OK\r\n\r\nhello", true),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", false),
        ("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", false),
    ])
    func readsBodiesOfEveryFraming(answer: String, closes: Bool) async throws {
        let server = try await LoopbackServer { _, connection in
            connection.send(answer)
            if closes { connection.close() }
        }
        let response = try await client.send(to: server.base)
        #expect(response.head.status.code == 200)
        #expect(try await response.text() == "hello")
    }

    @Test(arguments: [(HTTPRequest.Method.head, "200 OK"), (.get, "204 No Content"), (.get, "304 Not Modified")])
    func knowsWhichResponsesHaveNoBody(method: HTTPRequest.Method, status: String) async throws {
        let server = try await LoopbackServer { _, connection in
            connection.send("HTTP/1.1 \(status)\r\n\(method == .head ? "Content-Length: 99\r\n" : "")\r\n")
        }
        for _ in 0..<2 { #expect(try await client.send(method, to: server.base).text() == "") }
        #expect(server.connections.count == 1)
    }

    @Test func givesTheEndAgainWhenAskedAgain() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond("x") }
        let body = try await client.send(to: server.base).body
        #expect(try await body.next(before: nil) == [UInt8(ascii: "x")])
        #expect(try await body.next(before: nil) == nil)
        #expect(try await body.next(before: nil) == nil)
    }

    @Test(
        arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        ], [false, true])
    func deliversWhatCameBeforeABrokenConnection(answer: String, resets: Bool) async throws {
        let server = try await LoopbackServer { _, connection in connection.send(answer) }
        let body = try await client.send(to: server.base).body
        #expect(try await body.next(before: nil) == Array("hello".utf8))
        if resets { server.connections[0].reset() } else { server.connections[0].close() }
        let error = try await failure { () throws(InferenceError) in try await body.next(before: nil) }
        #expect(error.code == .truncated)
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nBad Name: 1\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
    ])
    func refusesWhatIsNoResponse(answer: String) async throws {
        let server = try await LoopbackServer { _, connection in
            connection.send(answer)
            connection.close()
        }
        let error = try await failure { () throws(InferenceError) in try await client.send(to: server.base) }
        #expect(error.code == .malformedResponse || error.code == .unavailable)
        #expect(!error.message.contains("SSH"))
    }

    @Test func reportsBrokenChunksAsMalformed() async throws {
        let server = try await LoopbackServer { _, connection in
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n")
        }
        let error = try await failure { () throws(InferenceError) in
            try await client.send(to: server.base).body.next(before: nil)
        }
        #expect(error.code == .malformedResponse)
    }

    @Test(arguments: [(1, 100_000), (300, 10), (10, 40_000)])
    func boundsTheHeadersOfAResponse(count: Int, length: Int) async throws {
        let server = try await LoopbackServer { _, connection in
            let field = "X-Field: \(String(repeating: "x", count: length))\r\n"
            connection.respond(headers: String(repeating: field, count: count))
        }
        let error = try await failure { () throws(InferenceError) in try await client.send(to: server.base) }
        #expect(error.code == .malformedResponse)
    }

    @Test(arguments: [true, false])
    func takesAnAnswerThatComesBeforeTheBodyIsSent(closes: Bool) async throws {
        let server = try await LoopbackServer(on: .head) { _, connection in
            // Nothing more is read, so most of the body stays unsent.
            connection.channel.setOption(.autoRead, value: false).whenComplete { _ in
                connection.respond("too big", status: "413 Content Too Large")
                if closes { connection.close() }
            }
        }
        let head = HTTPRequest(method: .post, scheme: "http", authority: server.authority, path: "/")
        let body = [UInt8](repeating: 1, count: 32 << 20)
        let response = try await client.send(HTTPExchangeRequest(head: head, body: [body[...]]), deadlines: Deadlines())
        #expect(response.head.status.code == 413)
        #expect(try await response.text() == "too big")

        _ = try await client.send(to: server.base)
        #expect(server.connections.count == 2)
    }

    @Test func stopsReadingWhileTheReaderIsBusy() async throws {
        let total = 48 << 20
        let blocked = BlockedWriter()
        let server = try await LoopbackServer { _, connection in
            connection.channel.pipeline.addHandler(blocked).whenComplete { _ in
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
                for _ in 0..<(total >> 20) { connection.send([UInt8](repeating: 1, count: 1 << 20)) }
            }
        }
        let response = try await client.send(to: server.base)
        await blocked.waitUntilBlocked()
        var received = 0
        var largest = 0
        while let chunk = try await response.body.next(before: nil) {
            received += chunk.count
            largest = max(largest, chunk.count)
        }
        #expect(received == total)
        // The limit and what one round of the event loop may read on top of it.
        #expect(largest <= (256 << 10) + (1 << 20))
    }
}
