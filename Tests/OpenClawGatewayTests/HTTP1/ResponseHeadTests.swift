import HTTPTypes
import NIOCore
import Testing

@testable import OpenClawGateway

@Suite struct ResponseHeadTests {
    private func take(_ text: String) throws -> ResponseHead? {
        var buffer = ByteBuffer(string: text)
        var search = HeadSearch()
        return try ResponseHead.take(from: &buffer, &search)
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n", BodyLength.bytes(5), true),
        ("HTTP/1.1 200\r\ncontent-length: 0\r\n\r\n", .none, true),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nconnection: close\r\n\r\n", .chunked, false),
        ("HTTP/1.1 204 No Content\r\n\r\n", .none, true), ("HTTP/1.1 200 OK\r\n\r\n", .untilClose, false),
        ("HTTP/1.0 200 OK\r\ncontent-length: 5\r\n\r\n", .bytes(5), false),
        ("HTTP/1.0 200 OK\r\ncontent-length: 5\r\nconnection: keep-alive\r\n\r\n", .bytes(5), true),
        ("HTTP/1.1 100 Continue\r\n\r\n", .none, true),
    ])
    func tellsWhereTheBodyEnds(_ text: String, _ body: BodyLength, _ isKeptAlive: Bool) throws {
        let head = try #require(try take(text))
        #expect(head.body == body)
        #expect(head.isKeptAlive == isKeptAlive)
    }

    @Test func looksFieldsUpWhenAsked() throws {
        let head = try #require(try take("HTTP/1.1 200 OK\r\nX-Request-Id:  r-1 \r\nx-request: no\r\n\r\n"))
        #expect(head.first("x-request-id") == "r-1")
        #expect(head.first("x-request") == "no")
        #expect(head.first("x-req") == nil)
        #expect(head.response.headerFields.count == 2)
    }

    @Test(arguments: [
        "HTTP/2 200 OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1 2000\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n",
        "HTTP/1.1 999 No\r\n\r\n", "ICY 200 OK\r\n\r\n", "HTTP/1.1 200 a\u{1}b\r\n\r\n", "HTTP/1.1 200 OK\n\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip\r\n\r\n",
    ])
    func refusesWhatIsNoAnswer(_ text: String) {
        #expect(throws: HTTP1Failure.self) { try take(text) }
    }
}
