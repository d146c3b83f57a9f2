import HTTPTypes
import Inference
import Testing

@testable import Transport

@Suite struct HTTPClientRequestTests {
    private let client = HTTPClient()

    @Test func sendsHeadAndBodyAndReadsTheAnswer() async throws {
        let server = try await LoopbackServer { _, connection in
            connection.respond("hello", headers: "X-Request-Id: 7\r\n")
        }
        let fields: HTTPFields = [.authorization: "Bearer k", .contentType: "application/json"]
        let response = try await client.send(to: server.base, body: "{\"a\":1}", headers: fields)
        #expect(response.head.status.code == 200)
        #expect(response.head.headerFields[try #require(HTTPField.Name("x-request-id"))] == "7")
        #expect(try await response.text() == "hello")

        let request = try #require(server.requests.first)
        #expect(request.requestLine == "POST /v1/chat HTTP/1.1")
        #expect(request.values("host") == ["127.0.0.1:\(server.port)"])
        #expect(request.values("content-length") == ["7"])
        #expect(request.values("accept-encoding") == ["identity"])
        #expect(request.values("authorization") == ["Bearer k"])
        #expect(request.values("transfer-encoding").isEmpty)
        #expect(request.body == Array("{\"a\":1}".utf8))
    }

    @Test func sendsHeadAndBodyInOneWrite() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        for _ in 0..<3 { _ = try await client.send(to: server.base, body: String(repeating: "x", count: 1_000)).text() }
        #expect(server.connections.map(\.reads) == [3])
    }

    @Test func sendsTheSlicesOfABodyInOrder() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        let big = [UInt8](repeating: 7, count: 3_000_000)
        let head = HTTPRequest(method: .post, scheme: "http", authority: server.authority, path: "/")
        let request = HTTPExchangeRequest(head: head, body: [[1, 2, 3, 4][1...2], [], big[1...], [9]])
        _ = try await client.send(request, deadlines: Deadlines())
        #expect(server.requests.first?.body == [2, 3] + big[1...] + [9])
        #expect(server.requests.first?.values("content-length") == ["3000002"])
    }

    @Test(arguments: [(HTTPRequest.Method.get, []), (.head, []), (.post, ["0"]), (.delete, ["0"])])
    func framesRequestsWithoutABody(method: HTTPRequest.Method, length: [String]) async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        _ = try await client.send(method, to: server.base).text()
        #expect(server.requests.first?.values("content-length") == length)
    }

    @Test func leavesTheCallersEncodingAlone() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        _ = try await client.send(to: server.base, headers: [.acceptEncoding: "gzip"])
        #expect(server.requests.first?.values("accept-encoding") == ["gzip"])
    }

    @Test func aHeaderValueCannotStartAnotherHeader() async throws {
        let server = try await LoopbackServer { _, connection in connection.respond() }
        _ = try await client.send(to: server.base, headers: [.userAgent: "a\r\nX-Evil: 1\0"])
        let request = try #require(server.requests.first)
        #expect(request.values("x-evil").isEmpty)
        #expect(request.values("user-agent").first?.hasPrefix("a") == true)
    }

    @Test(
        arguments: [
            ("ftp://a.test", "/", [:]),
            ("http://", "/", [:]),
            ("http://user@a.test", "/", [:]),
            ("http://a.test:0", "/", [:]),
            ("http://a.test:65536", "/", [:]),
            ("http://a test", "/", [:]),
            ("http://[::1", "/", [:]),
            ("http://a.test", "no-slash", [:]),
            ("http://a.test", "/a b", [:]),
            ("http://a.test", "/a\u{7F}b", [:]),
            ("http://a.test", "/ä", [:]),
            ("http://a.test", "/a#b", [:]),
            ("http://a.test", "/", ["transfer-encoding": "chunked"]),
            ("http://a.test", "/", ["connection": "close"]),
            ("http://a.test", "/", ["proxy-authorization": "Basic x"]),
            ("http://a.test", "/", ["host": "other.test"]),
            ("http://a.test", "/", ["content-length": "5"]),
        ] as [(String, String, [String: String])])
    func refusesWhatWouldChangeFramingOrDestination(
        base: String, path: String, headers: [String: String]
    ) async throws {
        var fields = HTTPFields()
        for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
        let error = try await failure { () throws(InferenceError) in
            try await client.send(to: base, path: path, headers: fields)
        }
        #expect(error.code == .invalidRequest)
        #expect(!error.message.contains("other.test"))
    }

    @Test func doesNotFollowRedirects() async throws {
        let server = try await LoopbackServer { _, connection in
            connection.respond(status: "307 Temporary Redirect", headers: "Location: /elsewhere\r\n")
        }
        let response = try await client.send(to: server.base, headers: [.authorization: "Bearer k"])
        #expect(response.head.status.code == 307)
        #expect(response.head.headerFields[.location] == "/elsewhere")
        #expect(server.requests.count == 1)
    }
}
