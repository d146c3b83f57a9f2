import Foundation
import QwenSimulator
import Testing

/// What one process learns, the next one knows.
@Suite struct FailoverAcrossRuns {
    private func with(
        _ environment: [String: String] = [:], _ body: (OpenClaw, Simulator) async throws -> Void
    ) async throws {
        try await ServiceRoom.with(acceptingAnyKey: true) { simulator, network in
            let key = try #require(simulator.banner.endpoint("standard-intl")).key
            let variables = ["QWEN_API_KEY": key].merging(environment) { $1 }
            try await body(try OpenClaw(environment: network.merging(variables) { $1 }), simulator)
        }
    }

    private func json(_ run: OpenClaw.Run) throws -> [String: Any] {
        let text = run.stdout.isEmpty ? run.stderr : run.stdout
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func aSpentWindowIsAskedOnceAndThenLeftAlone() async throws {
        try await with { openclaw, simulator in
            try simulator.addFault(Fault("week_quota"))
            let first = try await openclaw("infer", "model", "run", "hello", "--json")
            #expect(first.status == 4 && simulator.receivedRequests().count == 1)
            simulator.reset()
            let second = try await openclaw("infer", "model", "run", "hello", "--json")
            #expect(second.status == 4 && simulator.receivedRequests().isEmpty)
            let error = try #require(try json(second)["error"] as? [String: Any])
            #expect((error["message"] as? String)?.contains("the soonest cooldown ends in") == true)
        }
    }

    @Test func theSecondKeyAnswersTheSameRequest() async throws {
        try await with(["QWEN_API_KEYS": "sk-second-0123456789abcdef0123456789"]) { openclaw, simulator in
            try simulator.addFault(Fault("week_quota", times: 1))
            let run = try await openclaw("infer", "model", "run", "hello", "--json")
            #expect(run.status == 0, "\(run.stderr)")
            let envelope = try json(run)
            #expect((envelope["credential"] as? String)?.contains("QWEN_API_KEYS[1]") == true)
            #expect((envelope["attempts"] as? [[String: Any]])?.map { $0["ok"] as? Bool } == [false, true])
            simulator.reset()
            try await openclaw("infer", "model", "run", "hello again")
            let received = simulator.receivedRequests()
            #expect(received.count == 1 && received.first?.keyOwner == nil)
            #expect(openclaw.storedState.range(of: Data("window".utf8)) != nil)
            #expect(openclaw.storedState.range(of: Data("sk-".utf8)) == nil)
        }
    }

    @Test func aRepairIsRememberedByTheNextRun() async throws {
        try await with { openclaw, simulator in
            try simulator.addFault(Fault("max_tokens_range", times: 1, values: ["max": "4096"]))
            let ask = { try await openclaw("infer", "model", "run", "hello", "--max-tokens", "30000", "--json") }
            #expect(try await ask().status == 0)
            #expect(simulator.receivedRequests().count == 2)
            simulator.reset()
            let run = try await ask()
            #expect(simulator.receivedRequests().count == 1)
            #expect(simulator.receivedRequests().first?.body.contains("4096") == true)
            #expect(run.stdout.contains("as learned before"))
        }
    }

    @Test func aSpentPlanIsLeftForMoneyOnlyWithConsent() async throws {
        try await ServiceRoom.with { simulator, network in
            let openclaw = try OpenClaw(environment: network)
            for (choice, endpoint) in [("qwen-standard-api-key", "standard-intl"), ("qwen-api-key", "coding-intl")] {
                let key = try #require(simulator.banner.endpoint(endpoint)).key
                try await openclaw("onboard", "--auth-choice", choice, "--key-stdin", stdin: key)
            }
            simulator.reset()
            try simulator.addFault(Fault("week_quota", endpoint: "coding-intl"))
            let refused = try await openclaw("infer", "model", "run", "hello", "--json")
            #expect(refused.status == 4)
            #expect(Set(simulator.receivedRequests().map(\.endpoint)) == ["coding-intl"])
            let error = try #require(try json(refused)["error"] as? [String: Any])
            #expect(error["hint"] as? String == "openclaw config set auth.spend allow")
            try await openclaw("config", "set", "auth.spend", "allow")
            let paid = try await openclaw("infer", "model", "run", "hello", "--json")
            #expect(paid.status == 0, "\(paid.stderr)")
            #expect(try json(paid)["endpoint"] as? String == "standard-intl")
        }
    }

    @Test func processesAtTheSameTimeShareOneState() async throws {
        try await with(["QWEN_API_KEYS": "sk-second-0123456789abcdef0123456789"]) { openclaw, simulator in
            try simulator.addFault(Fault("week_quota", times: 1))
            let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
                for number in 0..<6 {
                    group.addTask { try await openclaw("infer", "model", "run", "at once \(number)", "--json").status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 0, count: 6))
            #expect(simulator.receivedRequests().count == 7)
        }
    }

    @Test func whatTheFirstVersionWroteStillCounts() async throws {
        try await with { openclaw, simulator in
            let soon = Int(Date().timeIntervalSince1970) + 600
            try openclaw.write(
                """
                {"health":[{"key":{"owner":"account:standard@intl","provider":"qwen"},"record":{"all":{"code":\
                "quota_exhausted","failures":1,"kind":"window","lastFailure":\(soon - 700),"message":"used up",\
                "reason":"rate_limit","until":\(soon)},"models":{}}}],"repairs":[],"version":1}
                """, to: "failover-state.json")
            let run = try await openclaw("infer", "model", "run", "hello", "--json")
            #expect(run.status == 4 && simulator.receivedRequests().isEmpty, "\(run.stderr)")
            #expect(!FileManager.default.fileExists(atPath: openclaw.state.appending(path: "failover-state.json").path))
        }
    }

    /// Processes that are killed while they write leave a store that the next one reads.
    @Test func aKillDuringAWriteHarmsNothing() async throws {
        try await with { openclaw, simulator in
            let whole = try await openclaw("infer", "model", "run", "first", "--json").duration
            for round in 1...10 {
                simulator.reset()
                try simulator.addFault(Fault("week_quota", times: 1))
                // Rests and usage are written in the second half of a run.
                let limit = whole * (10 + round) / 20
                _ = try await openclaw("infer", "model", "run", "killed", "--json", limit: limit)
            }
            simulator.reset()
            let usage = try await openclaw("usage", "--json")
            #expect(usage.status == 0 && usage.stdout.contains("\"requests\""), "\(usage.stderr)")
            let doctor = try await openclaw("doctor", "--json", "--offline")
            #expect(!doctor.stdout.contains("damaged"), "\(doctor.stdout)")
        }
    }
}
