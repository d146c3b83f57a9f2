import Foundation
import Testing

@testable import QwenSimulator

@Suite struct SimulatorTests {
    private func request(_ path: String, key: String, host: String = "127.0.0.1", _ body: String) -> String {
        "POST \(path) HTTP/1.1\r\nhost: \(host)\r\nauthorization: Bearer \(key)\r\nconnection: close\r\n"
            + "content-length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private let chat = #"{"model":"qwen-plus","messages":[{"role":"user","content":"Hi"}]}"#
    private let stream = #"{"model":"qwen-plus","stream":true,"messages":[{"role":"user","content":"Hi"}]}"#

    private func withSimulator(
        _ configuration: SimulatorConfiguration = .init(), _ run: (Simulator) async throws -> Void
    ) async throws {
        let simulator = try await Simulator.start(configuration)
        do {
            try await run(simulator)
        } catch {
            try await simulator.shutdown()
            throw error
        }
        try await simulator.shutdown()
    }

    private func port(_ url: String) throws -> Int { try #require(URL(string: url)?.port) }

    @Test func servesBaseURLs() async throws {
        try await withSimulator { simulator in
            let endpoint = try #require(simulator.banner.endpoint("standard-cn"))
            let path = try #require(URL(string: endpoint.compatibleURL)?.path) + "/chat/completions"
            let answer = try await RawClient.exchange(
                port: port(simulator.banner.url), request(path, key: endpoint.key, chat))
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("x-request-id: "))
        }
    }

    @Test func tellsHostsApartByTheirHeader() async throws {
        try await withSimulator { simulator in
            let key = try #require(simulator.banner.endpoint("coding-intl")?.key)
            let text = request(
                "/v1/chat/completions", key: key, host: "coding-intl.dashscope.aliyuncs.com",
                chat.replacingOccurrences(of: "qwen-plus", with: "qwen3-coder-plus"))
            #expect(try await RawClient.exchange(port: port(simulator.banner.url), text).hasPrefix("HTTP/1.1 200"))
            #expect(simulator.receivedRequests().map(\.endpoint) == ["coding-intl"])
        }
    }

    @Test func answersForRealHostsBehindTheProxy() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pem")
        defer { try? FileManager.default.removeItem(at: file) }
        try await withSimulator(.init(proxyPort: 0, caFile: file.path)) { simulator in
            let key = try #require(simulator.banner.endpoint("standard-cn")?.key)
            let proxy = try port(#require(simulator.banner.proxyURL))
            let authority = try String(contentsOf: file, encoding: .utf8)
            let host = "dashscope.aliyuncs.com"
            let text = request("/compatible-mode/v1/chat/completions", key: key, host: host, stream)
            let answer = try await RawClient.exchange(proxy: proxy, host: host, authority: authority, text)
            #expect(answer.contains("data: [DONE]"))
            let stranger = try await RawClient.exchange(port: proxy, "CONNECT example.com:443 HTTP/1.1\r\n\r\n")
            #expect(stranger.hasPrefix("HTTP/1.1 502 "))
            let plain = try await RawClient.exchange(
                port: proxy, request("http://\(host)/compatible-mode/v1/chat/completions", key: key, host: host, chat))
            #expect(plain.hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func cutsAndResets() async throws {
        try await withSimulator { simulator in
            let key = try #require(simulator.banner.endpoint("standard-intl")?.key)
            let text = request("/compatible-mode/v1/chat/completions", key: key, stream)
            try simulator.addFault(Fault("cut-stream", times: 1, values: ["chunks": "2"]))
            let cut = try await RawClient.exchange(port: port(simulator.banner.url), text)
            #expect(cut.contains("data: {") && !cut.hasSuffix("0\r\n\r\n"))
            try simulator.addFault(Fault("rst", times: 1, values: ["chunks": "0"]))
            let reset = try await RawClient.exchange(port: port(simulator.banner.url), text)
            #expect(reset.hasSuffix("<reset>"))
        }
    }

    @Test func noticesClientsThatLeave() async throws {
        try await withSimulator { simulator in
            let key = try #require(simulator.banner.endpoint("standard-intl")?.key)
            try simulator.addFault(Fault("silence", values: ["chunks": "1"]))
            let text = request("/compatible-mode/v1/chat/completions", key: key, stream)
            _ = try await RawClient.exchange(port: port(simulator.banner.url), text, closingAfter: 300)
            let deadline = ContinuousClock.now + .seconds(5)
            while simulator.receivedRequests().last?.closedByClientAfterMilliseconds == nil, .now < deadline {
                await Task.yield()
            }
            #expect(simulator.receivedRequests().last?.closedByClientAfterMilliseconds ?? .max < 5000)
        }
    }

    @Test func recordsRequestsWithoutKeys() async throws {
        try await withSimulator { simulator in
            let key = try #require(simulator.banner.endpoint("standard-intl")?.key)
            let text = request("/compatible-mode/v1/chat/completions?x=1", key: key, chat)
            _ = try await RawClient.exchange(port: port(simulator.banner.url), text)
            let record = try #require(simulator.receivedRequests().first)
            #expect(record.path == "/compatible-mode/v1/chat/completions?x=1" && record.method == "POST")
            #expect(record.keyOwner == "standard-intl" && record.status == 200 && record.model == "qwen-plus")
            #expect(record.body == chat)
            #expect(!String(decoding: try JSONEncoder().encode(record), as: UTF8.self).contains(key))
            simulator.reset()
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test(arguments: [false, true])
    func takesWordsFromABackend(streams: Bool) async throws {
        try await withSimulator(.init(seed: 5)) { backend in
            let key = try #require(backend.banner.endpoint("standard-intl")?.key)
            let url = "http://\(key)@127.0.0.1:\(try port(backend.banner.url))/compatible-mode/v1?model=qwen3.6-plus"
            try await withSimulator(.init(seed: 9, chatBackend: url)) { simulator in
                let own = try #require(simulator.banner.endpoint("coding-cn")?.key)
                let body = (streams ? stream : chat).replacingOccurrences(of: "qwen-plus", with: "glm-5")
                let text = request("/coding-cn/v1/chat/completions", key: own, body)
                let answer = try await RawClient.exchange(port: port(simulator.banner.url), text)
                #expect(answer.contains(#""model":"glm-5""#))
                #expect(answer.contains(streams ? #""content":"You""# : "You asked"))
                #expect(answer.contains("reasoning_content"))
                #expect(backend.receivedRequests().last?.model == "qwen3.6-plus")
            }
        }
    }

    @Test func keepsConnectionsOpen() async throws {
        try await withSimulator { simulator in
            let key = try #require(simulator.banner.endpoint("standard-intl")?.key)
            let last = request("/compatible-mode/v1/chat/completions", key: key, chat)
            let first = last.replacingOccurrences(of: "connection: close\r\n", with: "")
            let answer = try await RawClient.exchange(port: port(simulator.banner.url), first + first + last)
            #expect(answer.components(separatedBy: "HTTP/1.1 200 OK").count == 4)
        }
    }
}
