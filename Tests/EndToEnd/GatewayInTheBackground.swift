import Foundation
import QwenSimulator
import Testing

/// The gateway as its owner meets it where there is no service manager: started, asked with a key of its own, told of
/// changes, and stopped.
@Suite struct GatewayInTheBackground {
    /// A home whose gateway is stopped when the test ends, however it ends.
    private func withGateway(_ body: (OpenClaw, Int) async throws -> Void) async throws {
        try await ServiceRoom.with { simulator, network in
            let openclaw = try OpenClaw(environment: network)
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let port = try Self.freePort()
            try openclaw.write("QWEN_API_KEY=\(key)\n", to: ".env")
            try openclaw.write(
                """
                {
                  // chosen by the test
                  gateway: { port: \(port) },
                  models: { providers: { qwen: { baseUrl: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1" } } },
                }
                """, to: "openclaw.json")
            do {
                try await body(openclaw, port)
                try await openclaw("gateway", "stop", "--now")
            } catch {
                try await openclaw("gateway", "stop", "--now")
                throw error
            }
        }
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        try #require(isBound)
        return Int(UInt16(bigEndian: address.sin_port))
    }

    /// Asks the gateway and returns the HTTP status.
    private func ask(_ openclaw: OpenClaw, _ port: Int, _ path: String, key: String) async throws -> String {
        let body = #"{"model":"openclaw","messages":[{"role":"user","content":"hello"}]}"#
        let data = path.hasSuffix("completions") ? " -d '\(body)' -H 'content-type: application/json'" : ""
        let script =
            "curl -sS -o answer.txt -w '%{http_code}' -m 20 http://127.0.0.1:\(port)\(path)"
            + " -H 'authorization: Bearer \(key)'" + data
        return try await openclaw.run(["-c", script], executable: URL(filePath: "/bin/sh")).stdout
    }

    private func status(_ openclaw: OpenClaw) async throws -> [String: Any] {
        let run = try await openclaw("gateway", "status", "--json")
        return try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any] ?? [:]
    }

    @Test func newKeyOpensItAndARevokedOneDoesNot() async throws {
        try await withGateway { openclaw, port in
            let started = try await openclaw("gateway", "start")
            #expect(started.status == 0, "\(started.stderr)")
            let key = try await openclaw("gateway", "keys", "new", "laptop").stdout
                .trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(try await ask(openclaw, port, "/v1/chat/completions", key: key) == "200")
            #expect(try await ask(openclaw, port, "/v1/models", key: key) == "200")
            #expect(try await ask(openclaw, port, "/v1/models", key: "sk-oc-wrong") == "401")
            try await openclaw("gateway", "keys", "revoke", "laptop")
            #expect(try await ask(openclaw, port, "/v1/models", key: key) == "401")
            #expect(!(try openclaw.file("logs/gateway.log").contains(key)))
        }
    }

    @Test func limitsOfAKeyHold() async throws {
        try await withGateway { openclaw, port in
            try await openclaw("gateway", "start")
            let key = { (arguments: [String]) in
                try await openclaw.run(["gateway", "keys", "new"] + arguments).stdout
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            }
            let slow = try await key(["slow", "--rpm", "1"])
            #expect(try await ask(openclaw, port, "/v1/models", key: slow) == "200")
            #expect(try await ask(openclaw, port, "/v1/models", key: slow) == "429")
            let poor = try await key(["poor", "--budget-per-day", "0.0001USD"])
            #expect(try await ask(openclaw, port, "/v1/chat/completions", key: poor) == "200")
            #expect(try await ask(openclaw, port, "/v1/chat/completions", key: poor) == "402")
            let narrow = try await key(["narrow", "--routes", "embeddings"])
            #expect(try await ask(openclaw, port, "/v1/chat/completions", key: narrow) == "403")
            let other = try await key(["other", "--models", "nothing/*"])
            #expect(try await ask(openclaw, port, "/v1/chat/completions", key: other) == "403")
        }
    }

    @Test func statusTellsHowItStandsAtEveryTime() async throws {
        try await withGateway { openclaw, port in
            #expect(try await openclaw("gateway", "status").status == 1)
            try await openclaw("gateway", "start")
            let running = try await status(openclaw)
            #expect(running["state"] as? String == "running")
            #expect(running["port"] as? Int == port)
            #expect(running["configHash"] as? String == running["configHashOnDisk"] as? String)
            let pid = try #require(running["pid"] as? Int)
            let second = try await openclaw("gateway", "run")
            #expect(second.status == 5, "\(second.stderr)")
            #expect(second.stderr.contains("pid \(pid)"))
            let again = try await openclaw("gateway", "start")
            #expect(again.status == 0)
            #expect(try await status(openclaw)["pid"] as? Int == pid)
            #expect(try await openclaw("gateway", "stop").status == 0)
            #expect(try await status(openclaw)["state"] as? String == "not-installed")
        }
    }

    @Test func changeIsTakenOverAndABrokenOneIsNot() async throws {
        try await withGateway { openclaw, port in
            try await openclaw("gateway", "start")
            let before = try await status(openclaw)["configHash"] as? String
            let text = try openclaw.file("openclaw.json")
            try openclaw.write(text + "// another line\n", to: "openclaw.json")
            #expect(try await openclaw("gateway", "reload").status == 0)
            let after = try await status(openclaw)
            #expect(after["configHash"] as? String != before)
            try openclaw.write("{ broken", to: "openclaw.json")
            let refused = try await openclaw("gateway", "reload")
            #expect(refused.status != 0)
            #expect(refused.stderr.contains("openclaw.json:1"))
            #expect(try await status(openclaw)["configHash"] as? String == after["configHash"] as? String)
            try openclaw.write(text, to: "openclaw.json")
        }
    }

    @Test func killedGatewayLeavesNothingInTheWay() async throws {
        try await withGateway { openclaw, _ in
            try await openclaw("gateway", "start")
            let pid = try #require(try await status(openclaw)["pid"] as? Int)
            kill(pid_t(pid), SIGKILL)
            let restarted = try await openclaw("gateway", "restart")
            #expect(restarted.status == 0, "\(restarted.stderr)")
            #expect(try await status(openclaw)["pid"] as? Int != pid)
        }
    }
}
