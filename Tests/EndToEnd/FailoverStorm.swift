import Foundation
import QwenSimulator
import Testing

/// Many runs of the binary over several keys and models while every error class is injected at random. `OPENCLAW_STORM`
/// sets their number. `LedgerStorm` is the full storm, in this process.
@Suite struct FailoverStorm {
    private static let maxAttempts = 5

    /// Error rows and misbehaviours of the service that a chat request can meet. Slow ones are left out.
    static let faults = [
        "limit_requests", "throttling", "limit_burst_rate", "insufficient_quota", "resource_exhausted", "concurrency",
        "internal_error", "internal_server_error", "model_serving_error", "model_unavailable", "html_502",
        "gateway_timeout", "invalid_api_key", "access_denied", "model_not_found", "arrearage", "free_quota_exceeded",
        "hour_quota", "week_quota", "token_plan_week", "token_plan_exhausted", "data_inspection_failed",
        "invalid_parameter", "input_length", "max_tokens_range", "thinking_restricted", "sse-framed-error",
    ]

    /// Misbehaviours after the service has said 200.
    static let lateFaults = ["empty-stream", "cut-stream", "mid-stream-error", "error-200", "rst"]

    private static let settings = """
        {
          agents: {
            defaults: {
              model: {
                primary: "qwen/qwen3.5-plus",
                fallbacks: ["qwen/qwen3-max-2026-01-23", "qwen/kimi-k2.5"],
              },
            },
          },
          auth: { accounts: { "qwen:two": "second", "qwen:three": "third" } },
          failover: { maxAttempts: \(maxAttempts), waitSeconds: 1 },
        }
        """

    @Test func noRequestIsAnsweredTwiceAndAttemptsAreBounded() async throws {
        let count = ProcessInfo.processInfo.environment["OPENCLAW_STORM"].flatMap { Int($0) } ?? 40
        try await ServiceRoom.with(acceptingAnyKey: true) { simulator, network in
            let key = try #require(simulator.banner.endpoint("coding-intl")).key
            let other = try #require(simulator.banner.endpoint("standard-intl")).key
            let openclaw = try OpenClaw(environment: network)
            try openclaw.write(Self.settings, to: "openclaw.json")
            try openclaw.write(Self.profiles(key: key, other: other), to: Self.profilePath)
            var generator = SeededGenerator(state: 20_261_123)
            var answered = 0
            for number in 0..<count {
                if number % 8 == 0 { openclaw.forgetState() }
                simulator.reset()
                let isLate = number % 4 == 0
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    let names = isLate ? Self.lateFaults : Self.faults
                    let fault = try #require(names.randomElement(using: &generator))
                    try simulator.addFault(Fault(fault, times: Int.random(in: 1...3, using: &generator)))
                }
                let run = try await openclaw("infer", "model", "run", "storm \(number)", "--json", limit: .seconds(30))
                let received = simulator.receivedRequests().filter { $0.body.contains("storm \(number)") }
                #expect(received.count <= Self.maxAttempts, "request \(number): \(received.count) attempts")
                #expect(Set(received.map(\.endpoint)).isSubset(of: ["coding-intl"]), "request \(number) left its plan")
                let accepted = received.filter { $0.status == 200 }.count
                #expect(isLate || accepted <= 1, "request \(number) was answered \(accepted) times")
                answered += try check(run, number)
            }
            #expect(answered > count / 2)
        }
    }

    /// 1 when the run was answered. There is one answer at most, and nothing follows it.
    private func check(_ run: OpenClaw.Run, _ number: Int) throws -> Int {
        let text = run.stdout.isEmpty ? run.stderr : run.stdout
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let envelope = try #require(json, "request \(number): \(run.stderr)")
        let attempts = try #require(envelope["attempts"] as? [[String: Any]])
        let successes = attempts.filter { $0["ok"] as? Bool == true }
        #expect(successes.count <= 1, "request \(number) was answered twice")
        #expect(successes.isEmpty || attempts.last?["ok"] as? Bool == true, "request \(number) went on")
        if envelope["ok"] as? Bool == true {
            #expect(envelope["endpoint"] as? String == "coding-intl")
            #expect((envelope["credential"] as? String)?.hasPrefix("profile:qwen:") == true)
            return 1
        }
        let error = try #require(envelope["error"] as? [String: Any])
        let message = error["message"] as? String ?? ""
        #expect(!message.isEmpty && !message.contains("sk-"))
        return 0
    }

    private static let profilePath = "agents/main/agent/auth-profiles.json"

    /// Three keys of the plan, and one that is paid by use and must never be touched.
    private static func profiles(key: String, other: String) -> String {
        let profile = { (name: String, key: String, endpoint: String) in
            """
            "\(name)": {
              "type": "api_key", "provider": "qwen", "key": "\(key)", "metadata": { "endpoint": "\(endpoint)" } }
            """
        }
        let entries = [
            profile("qwen:one", key, "coding-intl"), profile("qwen:two", key + "0", "coding-intl"),
            profile("qwen:three", key + "1", "coding-intl"), profile("qwen:standard", other, "standard-intl"),
        ]
        return "{ \"version\": 1, \"profiles\": { \(entries.joined(separator: ",\n")) } }"
    }
}
