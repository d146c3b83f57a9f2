import Foundation
import QwenSimulator
import Testing

/// `kill -9` at random moments: every job is asked for once, and every file arrives whole.
@Suite(.serialized) struct KilledJobs {
    /// `OPENCLAW_KILLS=1000` for the long run.
    static let kills = ProcessInfo.processInfo.environment["OPENCLAW_KILLS"].flatMap { Int($0) } ?? 20

    @Test func whateverIsKilledIsPaidOnceAndArrives() async throws {
        try await MediaRoom.with(taskSpeed: 150, latency: .milliseconds(60)) { openclaw, simulator in
            // A slow store, so that kills hit downloads as well.
            try simulator.addFault(Fault("slow", endpoint: "storage", values: ["bytes": "2000", "ms": "60"]))
            let whole = try await generate(openclaw, -1, limit: .seconds(60)).duration
            var random = SeededGenerator(state: 7)
            for number in 0..<Self.kills {
                // A third around the request, the rest anywhere.
                let share = Double.random(in: 0.02...1.05, using: &random)
                let limit =
                    number % 3 == 0 ? Duration.milliseconds(Int.random(in: 20...500, using: &random)) : whole * share
                _ = try await generate(openclaw, number, limit: limit)
            }
            // Interrupted comebacks do no harm either.
            for _ in 0..<(Self.kills / 10 + 1) {
                _ = try await openclaw(
                    "jobs", "resume", limit: .milliseconds(Int.random(in: 100...2500, using: &random)))
            }
            let resumed = try await openclaw("jobs", "resume", "--json", limit: .seconds(300 + Self.kills))
            #expect(resumed.status == 0, "\(resumed.stderr.suffix(2000))")
            try await check(openclaw, simulator)
        }
    }

    private func generate(_ openclaw: OpenClaw, _ number: Int, limit: Duration) async throws -> OpenClaw.Run {
        try await openclaw(
            "infer", "video", "generate", "--prompt", "clip number \(number).", "--output", "clips/\(number).mp4",
            "--json", limit: limit)
    }

    private func check(_ openclaw: OpenClaw, _ simulator: Simulator) async throws {
        let jobs = try await MediaRoom.jobs(openclaw)
        #expect(!jobs.isEmpty)
        let bodies = MediaRoom.submissions(simulator).map(\.body)
        #expect(bodies.count == jobs.count, "\(bodies.count) requests for \(jobs.count) jobs")
        for job in jobs {
            let prompt = try #require(job["prompt"] as? String)
            #expect(bodies.count { $0.contains("\"\(prompt)\"") } == 1, "\(prompt)")
            #expect(job["state"] as? String == "succeeded", "\(job)")
            let output = try #require((job["outputs"] as? [[String: Any]])?.first, "\(job)")
            let file = URL(filePath: try #require(output["path"] as? String))
            #expect(try MediaRoom.digest(file) == output["sha256"] as? String)
            #expect(try Data(contentsOf: file).count == output["size"] as? Int)
        }
        let parts = try FileManager.default.contentsOfDirectory(
            atPath: openclaw.home.appending(path: "clips").path)
        #expect(parts.filter { $0.hasSuffix(".part") }.isEmpty)
    }
}
