import HTTPTypes
import Inference
import Testing

@testable import Transport

@Suite struct ProxyConfigurationTests {
    private func target(_ url: String) throws -> RequestTarget {
        let parts = url.split(separator: "://", maxSplits: 1).map(String.init)
        return try RequestTarget(HTTPRequest(method: .get, scheme: parts[0], authority: parts[1], path: "/"))
    }

    private func route(_ environment: [String: String], _ url: String) throws -> String? {
        try ProxyConfiguration(environment: environment).server(for: target(url)).map { server in
            ConnectionRoute.join(server.host, server.port)
        }
    }

    @Test(
        arguments: [
            ([:], "https://a.test", nil),
            (["HTTPS_PROXY": "http://p.test:3128"], "https://a.test", "p.test:3128"),
            (["HTTPS_PROXY": "http://p.test:3128"], "http://a.test", nil),
            (["https_proxy": "http://low.test:1", "HTTPS_PROXY": "http://up.test:2"], "https://a.test", "low.test:1"),
            (["https_proxy": "", "HTTPS_PROXY": "http://up.test:2"], "https://a.test", "up.test:2"),
            (["HTTP_PROXY": "http://p.test:1"], "http://a.test", "p.test:1"),
            (["HTTP_PROXY": "http://p.test:1", "REQUEST_METHOD": "GET"], "http://a.test", nil),
            (["http_proxy": "http://p.test:1", "REQUEST_METHOD": "GET"], "http://a.test", "p.test:1"),
            (["HTTP_PROXY": "http://p.test:1"], "https://a.test", nil),
            (["ALL_PROXY": "http://all.test:1"], "https://a.test", "all.test:1"),
            (["ALL_PROXY": "http://all.test:1"], "http://a.test", "all.test:1"),
            (["ALL_PROXY": "http://all.test:1", "HTTPS_PROXY": "http://p.test:2"], "https://a.test", "p.test:2"),
            (["HTTPS_PROXY": "p.test:8080"], "https://a.test", "p.test:8080"),
            (["HTTPS_PROXY": "http://p.test"], "https://a.test", "p.test:80"),
            (["HTTPS_PROXY": "https://p.test/"], "https://a.test", "p.test:443"),
            (["HTTPS_PROXY": "http://u:p@[::1]:3128/"], "https://a.test", "[::1]:3128"),
            (["HTTPS_PROXY": "HTTP://P.Test:3128"], "https://a.test", "p.test:3128"),
            (["HTTPS_PROXY": "http://p.test:1"], "https://127.0.0.1:8443", "p.test:1"),
            (["HTTPS_PROXY": "http://p.test:1", "NO_PROXY": "a.test"], "https://a.test", nil),
            (
                ["HTTPS_PROXY": "http://p.test:1", "no_proxy": "b.test", "NO_PROXY": "a.test"], "https://a.test",
                "p.test:1"
            ),
        ] as [([String: String], String, String?)])
    func choosesTheProxy(environment: [String: String], url: String, proxy: String?) throws {
        #expect(try route(environment, url) == proxy)
    }

    @Test(arguments: [
        ("*", "a.test", 443, true),
        ("a.test", "a.test", 443, true),
        ("a.test", "A.test", 443, true),
        ("A.TEST", "a.test", 443, true),
        ("a.test", "sub.a.test", 443, true),
        ("a.test", "nota.test", 443, false),
        ("a.test", "a.test.evil", 443, false),
        (".a.test", "sub.a.test", 443, true),
        (".a.test", "a.test", 443, true),
        (".a.test", "ba.test", 443, false),
        ("*.a.test", "sub.a.test", 443, true),
        ("a.test.", "a.test", 443, true),
        ("a.test", "a.test.", 443, true),
        ("b.test, a.test", "a.test", 443, true),
        ("b.test a.test", "a.test", 443, true),
        ("b.test,,a.test,", "a.test", 443, true),
        ("a.test:443", "a.test", 443, true),
        ("a.test:8443", "a.test", 443, false),
        (".a.test:8443", "x.a.test", 8443, true),
        ("localhost", "localhost", 80, true),
        ("localhost", "127.0.0.1", 80, false),
        ("127.0.0.1", "127.0.0.1", 80, true),
        ("127.0.0.1", "127.0.0.10", 80, false),
        ("127.0.0.1:80", "127.0.0.1", 80, true),
        ("127.0.0.1:81", "127.0.0.1", 80, false),
        ("0.0.1", "127.0.0.1", 80, false),
        ("10.0.0.0/8", "10.200.3.4", 443, true),
        ("10.0.0.0/8", "11.0.0.1", 443, false),
        ("192.168.4.0/22", "192.168.7.255", 443, true),
        ("192.168.4.0/22", "192.168.8.0", 443, false),
        ("10.0.0.0/8", "10.test", 443, false),
        ("0.0.0.0/0", "8.8.8.8", 443, true),
        ("0.0.0.0/0", "2001:db8::1", 443, false),
        ("10.0.0.0/33", "10.0.0.1", 443, false),
        ("10.0.0.0/x", "10.0.0.1", 443, false),
        ("::1", "::1", 443, true),
        ("[::1]", "::1", 443, true),
        ("[::1]:443", "::1", 443, true),
        ("[::1]:8443", "::1", 443, false),
        ("0:0:0:0:0:0:0:1", "::1", 443, true),
        ("fd00::/8", "fdab::7", 443, true),
        ("fd00::/8", "fe80::7", 443, false),
        ("2001:db8:8000::/33", "2001:db8:ffff::1", 443, true),
        ("10.0.0.0/8", "::ffff:10.1.2.3", 443, true),
        ("", "a.test", 443, false),
        ("http://a.test", "a.test", 443, false),
    ])
    func exemptsWhatNoProxyNames(list: String, host: String, port: Int, isExempt: Bool) {
        #expect(ProxyExclusions(list).contains(host: host.lowercased(), port: port) == isExempt)
    }

    @Test(arguments: [
        ("http://user:secret@p.test:1", "Basic dXNlcjpzZWNyZXQ="),
        ("http://user@p.test:1", "Basic dXNlcjo="),
        ("http://us%40er:p%3Ass@p.test:1", "Basic dXNAZXI6cDpzcw=="),
        ("http://u:100%@p.test:1", "Basic dToxMDAl"),
        ("http://p.test:1", nil),
    ])
    func keepsCredentialsForTheProxy(url: String, authorization: String?) throws {
        let server = try ProxyServer(url: url, variable: "HTTPS_PROXY")
        #expect(server.authorization == authorization)
        let shown = "\(server) \(server.label) \(String(reflecting: server))"
        for secret in ["secret", "dXNlcjpzZWNyZXQ="] { #expect(!shown.contains(secret)) }
    }

    @Test(arguments: [
        "socks5://p.test:1080", "http://", "http://p.test:99999", "http://u:hunter2@:1", "http://p test:1",
    ])
    func namesTheVariableOfAWrongProxy(url: String) throws {
        let configuration = ProxyConfiguration(environment: ["ALL_PROXY": url])
        do {
            _ = try configuration.server(for: target("https://a.test"))
            Issue.record("'\(url)' was taken")
        } catch {
            let error = try #require(error as? InferenceError)
            #expect(error.code == .invalidConfiguration)
            #expect(error.message.hasPrefix("ALL_PROXY: "))
            #expect(!error.description.contains("hunter2"))
        }
    }

    @Test func describesItselfWithoutValues() {
        let configuration = ProxyConfiguration(environment: ["HTTPS_PROXY": "http://u:hunter2@p.test:1"])
        #expect(configuration.description == "proxy from HTTPS_PROXY")
        #expect(!String(reflecting: configuration).contains("hunter2"))
        #expect(ProxyConfiguration.none.description == "no proxy")
    }
}
