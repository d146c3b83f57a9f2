import NIOCore
import Testing

@testable import OpenClawGateway

@Suite struct RequestHeadTests {
    private func head(_ text: String) throws -> RequestHead {
        var buffer = ByteBuffer(string: text)
        var search = HeadSearch()
        return try #require(try RequestHead.take(from: &buffer, &search))
    }

    @Test func findsWhatTheGatewayReads() throws {
        let head = try head(
            """
            POST /v1/chat/completions?api-version=1 HTTP/1.1\r
            Host: localhost:18789\r
            AUTHORIZATION:  Bearer abc \r
            x-other: 1\r
            Content-Length: 12\r
            Connection: x, Close\r
            Expect: 100-continue\r
            \r

            """)
        #expect(head.method == .post)
        #expect(head.text(head.path) == "/v1/chat/completions")
        #expect(head.text(head.query) == "api-version=1")
        #expect(head.known.host.map(head.text) == "localhost:18789")
        #expect(head.known.authorization.map(head.text) == "Bearer abc")
        #expect(head.body == .bytes(12))
        #expect(head.expectsContinue)
        #expect(!head.isKeptAlive)
        #expect(head.fields.count == 6)
    }

    @Test func keepsPipelinedBytes() {
        let get = "GET /a HTTP/1.1\r\nhost: h\r\n\r\n"
        let post = "POST /b HTTP/1.1\r\nhost: h\r\ncontent-length: 2\r\n\r\nhi"
        let chunked =
            "POST /c HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n2;x=1\r\nhi\r\n0\r\nt: 1\r\n\r\n"
        let transcript = RequestTranscript(get + post + chunked + get)
        #expect(transcript.refusal == nil)
        #expect(transcript.requests.map(\.target) == ["/a", "/b", "/c", "/a"])
        #expect(transcript.requests.map { String(decoding: $0.body, as: UTF8.self) } == ["", "hi", "hi", ""])
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\nhost: h\r\n\r\n", 400), ("GET / HTTP/1.1\r\nhost: h\n\r\n", 400),
        ("GET  / HTTP/1.1\r\nhost: h\r\n\r\n", 400), ("GET / HTTP/1.1 \r\nhost: h\r\n\r\n", 505),
        ("GET / HTTP/2.0\r\nhost: h\r\n\r\n", 505), ("GET / HTTP/1.2\r\nhost: h\r\n\r\n", 505),
        ("\r\nGET / HTTP/1.1\r\nhost: h\r\n\r\n", 400), ("GE(T / HTTP/1.1\r\nhost: h\r\n\r\n", 400),
        ("GET /a b HTTP/1.1\r\nhost: h\r\n\r\n", 505), ("GET /\u{7F} HTTP/1.1\r\nhost: h\r\n\r\n", 400),
        ("GET /#f HTTP/1.1\r\nhost: h\r\n\r\n", 400), ("OPTIONS * HTTP/1.1\r\nhost: h\r\n\r\n", 400),
        ("CONNECT h:1 HTTP/1.1\r\nhost: h\r\n\r\n", 501), ("get / HTTP/1.1\r\nhost: h\r\n\r\n", 501),
        ("GET http://other/ HTTP/1.1\r\nhost: h\r\n\r\n", 400),
        ("GET ftp://h/ HTTP/1.1\r\nhost: h\r\n\r\n", 400), ("GET http:/// HTTP/1.1\r\nhost: h\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nhost: h\r\nhost: h\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nhost : h\r\n\r\n", 400), ("GET / HTTP/1.1\r\nhost: h\r\n x: 1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: h\r\nx: a\0b\r\n\r\n", 400), ("GET / HTTP/1.1\r\nhost: h\r\nx: a\rb\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nhost: h\r\n: a\r\n\r\n", 400), ("GET / HTTP/1.1\r\nhost: h\r\nab\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 1\r\ncontent-length: 1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 1, 1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: +1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 0x1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 1234567890123456\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ncontent-length:\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ntransfer-encoding: gzip, chunked\r\n\r\n", 501),
        ("POST / HTTP/1.1\r\nhost: h\r\ntransfer-encoding: xchunked\r\n\r\n", 501),
        ("POST / HTTP/1.1\r\nhost: h\r\ntransfer-encoding: \"chunked\"\r\n\r\n", 501),
        ("POST / HTTP/1.0\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: h\r\ncontent-encoding: gzip\r\n\r\n", 415),
        ("POST / HTTP/1.1\r\nhost: h\r\nexpect: 200-ok\r\n\r\n", 417),
        ("GET / HTTP/1.1\r\nhost: h\r\nauthorization: a\r\nauthorization: b\r\n\r\n", 400),
    ])
    func refusesWhatCouldBeReadInTwoWays(_ text: String, _ status: Int) {
        let transcript = RequestTranscript(text)
        #expect(transcript.requests.isEmpty)
        #expect(transcript.refusal?.status == status)
    }

    @Test(arguments: [
        "g\r\nhi\r\n0\r\n\r\n", " 2\r\nhi\r\n0\r\n\r\n", "2 \r\nhi\r\n0\r\n\r\n", "0x2\r\nhi\r\n0\r\n\r\n",
        "-2\r\nhi\r\n0\r\n\r\n",
        "2\nhi\r\n0\r\n\r\n", "2\r\nhi\n0\r\n\r\n", "2\r\nhix\r\n0\r\n\r\n", "\r\nhi\r\n0\r\n\r\n",
        "123456789\r\nhi\r\n0\r\n\r\n",
        "2;\u{1}\r\nhi\r\n0\r\n\r\n", "2\r\nhi\r\n0\r\nbad trailer\r\n\r\n", "2\r\nhi\r\n0\r\na: 1\n\r\n",
    ])
    func refusesBadChunks(_ body: String) {
        let transcript = RequestTranscript("POST / HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n" + body)
        #expect(transcript.requests.isEmpty)
        #expect(transcript.refusal?.status == 400)
    }

    @Test func takesAWholeURLThatNamesTheSameHost() {
        let transcript = RequestTranscript("GET http://LOCALHOST:1/v1?x HTTP/1.1\r\nhost: localhost:1\r\n\r\n")
        #expect(transcript.requests.map(\.target) == ["/v1?x"])
    }

    @Test func boundsHeads() {
        let fields = (0..<101).map { "x\($0): 1\r\n" }.joined()
        #expect(RequestTranscript("GET / HTTP/1.1\r\nhost: h\r\n" + fields + "\r\n").refusal?.status == 431)
        let long = String(repeating: "a", count: 17_000)
        #expect(RequestTranscript("GET / HTTP/1.1\r\nhost: h\r\nx: " + long).refusal?.status == 431)
        let lines = String(repeating: "x: " + String(repeating: "a", count: 8000) + "\r\n", count: 5)
        #expect(RequestTranscript("GET / HTTP/1.1\r\nhost: h\r\n" + lines).refusal?.status == 431)
    }
}
