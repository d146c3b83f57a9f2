import HTTPTypes
import Inference
import Testing

@testable import Transport

@Suite struct ProxyConnectionTests {
    private let key: HTTPFields = [.authorization: "Bearer sk-canary"]

    @Test(arguments: [false, true])
    func tunnelsHTTPSThroughTheProxy(tls: Bool) async throws {
        let origin = try await LoopbackServer(tls: true) { _, connection in connection.respond("through") }
        let proxy = try await TunnelProxy(tls: tls)
        let url = "\(tls ? "https" : "http")://user:hunter2@localhost:\(proxy.server.port)"
        let client = try TestTrust.client(environment: ["HTTPS_PROXY": url])
        for _ in 0..<2 {
            let response = try await client.send(to: "https://service.test:\(origin.port)", headers: key)
            #expect(try await response.text() == "through")
        }
        #expect(proxy.server.requests.map(\.requestLine) == ["CONNECT service.test:\(origin.port) HTTP/1.1"])
        let connect = try #require(proxy.server.requests.first)
        #expect(connect.values("host") == ["service.test:\(origin.port)"])
        #expect(connect.values("proxy-authorization") == ["Basic dXNlcjpodW50ZXIy"])
        #expect(connect.values("authorization").isEmpty)
        #expect(origin.requests.count == 2)
        for request in origin.requests {
            #expect(request.values("proxy-authorization").isEmpty)
            #expect(request.values("authorization") == ["Bearer sk-canary"])
        }
    }

    @Test func sendsPlainRequestsInAbsoluteForm() async throws {
        let proxy = try await LoopbackServer { _, connection in connection.respond("proxied") }
        let client = HTTPClient(
            configuration: HTTPClientConfiguration(environment: ["http_proxy": "http://u:p@\(proxy.authority)"]))
        #expect(try await client.send(to: "http://service.test:8080", path: "/v1/chat?a=b").text() == "proxied")
        let request = try #require(proxy.requests.first)
        #expect(request.requestLine == "POST http://service.test:8080/v1/chat?a=b HTTP/1.1")
        #expect(request.values("host") == ["service.test:8080"])
        #expect(request.values("proxy-authorization") == ["Basic dTpw"])
    }

    @Test func goesDirectlyWhereNoProxySaysSo() async throws {
        let origin = try await LoopbackServer { _, connection in connection.respond("direct") }
        let environment = ["http_proxy": "http://127.0.0.1:1", "NO_PROXY": "127.0.0.0/8"]
        let client = HTTPClient(configuration: HTTPClientConfiguration(environment: environment))
        #expect(try await client.send(to: origin.base).text() == "direct")
        #expect(origin.requests.first?.requestLine == "POST /v1/chat HTTP/1.1")
    }

    @Test(arguments: [
        ("HTTP/1.1 403 Forbidden\r\n\r\n", "refused a tunnel to service.test:443", 403),
        ("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\n\r\nno!", "refused a tunnel to service.test:443", 502),
        ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "asks for a user name and password", 407),
        ("SSH-2.0-OpenSSH_9.6\r\n\r\n", "does not answer like an HTTP proxy", nil),
        ("", "closed the connection instead of a tunnel", nil),
    ])
    func saysWhatTheProxyRefused(answer: String, message: String, status: Int?) async throws {
        let proxy = try await LoopbackServer { _, connection in
            connection.send(answer)
            connection.close()
        }
        let url = "http://user:hunter2@\(proxy.authority)"
        let client = HTTPClient(configuration: HTTPClientConfiguration(environment: ["HTTPS_PROXY": url]))
        let error = try await failure { () throws(InferenceError) in
            try await client.send(to: "https://service.test", headers: key)
        }
        #expect(error.code == .connectionFailed)
        #expect(error.message == "the proxy \(proxy.authority) (HTTPS_PROXY) \(message)")
        #expect(error.status == status)
        for secret in ["hunter2", "sk-canary"] { #expect(!"\(error) \(error.hint ?? "")".contains(secret)) }
    }

    @Test func aSilentProxyRunsIntoTheConnectionDeadline() async throws {
        let proxy = try await LoopbackServer { _, _ in }
        let client = HTTPClient(
            configuration: HTTPClientConfiguration(environment: ["HTTPS_PROXY": proxy.base]))
        let error = try await failure { () throws(InferenceError) in
            try await client.send(to: "https://service.test", deadlines: Deadlines(connect: .milliseconds(50)))
        }
        #expect(error.code == .deadlineExceeded)
        #expect(error.message.hasPrefix("no connection to the proxy \(proxy.authority)"))
    }

    @Test func namesTheProxyThatIsDown() async throws {
        let gone = try await LoopbackServer { _, _ in }
        let base = gone.base
        try await gone.close()
        let client = HTTPClient(configuration: HTTPClientConfiguration(environment: ["HTTPS_PROXY": base]))
        let error = try await failure { () throws(InferenceError) in
            try await client.send(to: "https://service.test")
        }
        #expect(
            error.message == "the proxy 127.0.0.1:\(base.split(separator: ":")[2]) (HTTPS_PROXY) refused the connection"
        )
    }
}
