import Foundation
import QwenSimulator
import Testing

/// A canary key is driven through every error of the service at the most talkative level.
@Suite struct NoKeyEscapes {
    private static let slow: Set = ["silence", "slow", "latency", "keep-alive"]

    @Test func everyErrorRowKeepsTheKey() async throws {
        try await ServiceRoom.with { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let openclaw = try OpenClaw(environment: network)
            try await openclaw("onboard", "--auth-choice", "qwen-standard-api-key", "--key-stdin", stdin: key)
            try await openclaw("config", "set", "failover.waitSeconds", "0")
            for fault in simulator.faultNames where !Self.slow.contains(fault) {
                simulator.reset()
                // What the last fault taught would keep the next request from being sent.
                openclaw.forgetState()
                try simulator.addFault(Fault(fault))
                let run = try await openclaw(
                    "infer", "model", "run", "hello \(fault)", environment: ["OPENCLAW_LOG_LEVEL": "trace"],
                    limit: .seconds(20))
                #expect(!run.stdout.contains(key) && !run.stderr.contains(key), "\(fault)")
                #expect(!run.stderr.contains("Fatal error"), "\(fault)")
            }
            #expect(try filesHolding(key, below: openclaw.home) == ["auth-profiles.json"])
        }
    }

    @Test func aKeyEchoedByTheServiceIsScrubbed() async throws {
        try await ServiceRoom.with { _, network in
            let wrong = "sk-canary0123456789canary0123456789"
            let openclaw = try OpenClaw(environment: network.merging(["QWEN_API_KEY": wrong]) { $1 })
            for format in [["--json"], []] {
                let run = try await openclaw.run(["infer", "model", "run", "hello"] + format)
                #expect(run.status == 3)
                #expect(!run.stdout.contains(wrong) && !run.stderr.contains(wrong))
            }
        }
    }

    private func filesHolding(_ key: String, below folder: URL) throws -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return try (files?.allObjects as? [URL] ?? [])
            .filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
            .filter { try Data(contentsOf: $0).range(of: Data(key.utf8)) != nil }
            .map(\.lastPathComponent)
    }
}
