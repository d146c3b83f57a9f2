import HTTPTypes
import Inference
import Testing

@testable import Transport

@Suite struct HTTPClientTests {
    private let client = HTTPClient()

    @Test func sendsHeadAndBodyAndReadsTheAnswer() async throws {
        let server = try await LoopbackServer { _, connection in
            connection.respond("hello", headers: "X-Request-Id: 7\r\n")
        }
        let fields: HTTPFields = [.authorization: "Bearer k", .contentType: "application/json"]
        let response = try await client.send(to: "http://127.0.0.1:\(server.port)", body: "{\"a\":1}", headers: fields)
        #expect(response.head.status.code == 200)
        #expect(response.head.headerFields[HTTPField.Name("x-request-id")!] == "7")
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
}
