import Foundation
import Inference
import OpenClawCommands
import QwenSimulator
import Testing

/// What `explain` says is what the service then receives, whatever the environment, files, settings and options are; and when
/// nothing can be sent, both say the same.
@Suite struct ExplainEqualsRequest {
    /// What happened, so that the dice are known to throw everything.
    private struct Tally {
        var sent = 0
        var answered = 0
        var refused = 0
        var endpoints: Set<String> = []
        var sources: Set<String> = []
        var origins: Set<String> = []
        var standings: Set<String> = []
        var errors: Set<String> = []
        var fallbacks = 0
    }

    private static let casesPerSeed = 126

    @Test(arguments: [UInt64(1), 2, 3, 4]) func forEveryCombination(_ seed: UInt64) async throws {
        try await ServiceRoom.with { simulator, network in
            let runner = try SetupRunner(simulator, network: network)
            var tally = Tally()
            for number in 0..<Self.casesPerSeed {
                let name = "\(seed)-\(number)"
                let setup = RandomSetup(seed: seed << 32 | UInt64(number), banner: simulator.banner)
                try await check(runner, runner.furnish(setup, named: name), name, &tally)
            }
            #expect(tally.sent >= 60 && tally.answered >= 20 && tally.refused >= 15, "\(tally)")
            #expect(tally.endpoints.count >= 6, "\(tally)")
            #expect(tally.sources.isSuperset(of: ["profile", "variable", "configuration"]), "\(tally)")
            #expect(tally.origins == ["asked", "configured", "shaped"], "\(tally)")
            #expect(tally.standings == ["first", "next", "resting", "impossible"], "\(tally)")
            #expect(tally.errors.count >= 2 && tally.fallbacks >= 2, "\(tally)")
        }
    }

    private func check(
        _ runner: SetupRunner, _ home: SetupRunner.Home, _ name: String, _ tally: inout Tally
    ) async throws {
        let prompt = ["--prompt", "answer number \(name)", "--json"]
        let ask = ["infer", "model", "run"] + home.setup.arguments + prompt
        if home.setup.isWarmedUp { _ = await runner.run(ask, in: home) }
        let explained = await runner.run(["explain"] + home.setup.arguments + prompt, in: home)
        let asked = await runner.run(ask, in: home)
        let scene = Comment(
            rawValue:
                "case \(name): \(home.setup.arguments)\n\(home.setup.files)\n\(home.setup.environment.keys)\n\(explained.text)\n\(asked.text)"
        )
        #expect(explained.received.isEmpty, scene)
        for key in home.setup.keys where key.count > 12 { #expect(!explained.text.contains(key), scene) }
        for attempt in explained.json["attempts"]?.array ?? [] {
            tally.standings.insert(attempt["standing"]?.string ?? "")
        }
        guard let first = asked.received.first else {
            tally.refused += 1
            tally.errors.insert(asked.json["error"]?["code"]?.string ?? "")
            #expect(explained.status == asked.status && asked.status != .success, scene)
            #expect(explained.json["error"] == asked.json["error"], scene)
            return
        }
        guard explained.json["ok"]?.bool == true else {
            Issue.record("a request was sent that could not be explained: \(scene)")
            return
        }
        tally.sent += 1
        tally.answered += asked.status == .success ? 1 : 0
        tally.endpoints.insert(first.endpoint)
        tally.sources.insert(explained.json["credential"]?["kind"]?.string ?? "")
        if explained.json["model"]?["why"]?.string?.hasPrefix("a fallback") == true { tally.fallbacks += 1 }
        for parameter in explained.json["parameters"]?.array ?? [] {
            tally.origins.insert(parameter["origin"]?.string ?? "")
        }
        let told = ToldRequest(explained.json, keys: home.setup.keys)
        told.expectEqual(to: first, scene)
        told.expectListed(asked.received, scene)
    }
}
