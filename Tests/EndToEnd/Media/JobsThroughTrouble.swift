import Foundation
import QwenSimulator
import Testing

/// What goes wrong on the way costs nothing twice and loses nothing.
@Suite struct JobsThroughTrouble {
    private func generate(_ openclaw: OpenClaw, _ arguments: String...) async throws -> OpenClaw.Run {
        try await openclaw.run(
            ["infer", "video", "generate", "--prompt", "a kite", "--output", "kite.mp4", "--json"] + arguments)
    }

    @Test func aLostAnswerIsFoundAgain() async throws {
        try await MediaRoom.with(faults: ["lost-answer@times=1"]) { openclaw, simulator in
            let run = try await generate(openclaw)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(MediaRoom.submissions(simulator).count == 1)
        }
    }

    @Test func aDownloadThatBreaksOffGoesOnWhereItEnded() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try simulator.addFault(Fault("cut-stream", times: 1, endpoint: "storage", values: ["bytes": "5000"]))
            let run = try await generate(openclaw)
            #expect(run.status == 0, "\(run.stderr)")
            let ranges = simulator.receivedRequests().compactMap { request in
                request.headers.first { $0.name.lowercased() == "range" }?.value
            }
            #expect(ranges.count == 1 && ranges.first?.hasPrefix("bytes=") == true)
            let output = try #require((try MediaRoom.json(run)["outputs"] as? [[String: Any]])?.first)
            #expect(
                try output["sha256"] as? String == MediaRoom.digest(openclaw.home.appending(path: "kite.mp4")))
        }
    }

    @Test func aFailedTaskIsToldAndCostsNothing() async throws {
        try await MediaRoom.with(faults: ["task-failed"]) { openclaw, _ in
            let run = try await generate(openclaw)
            #expect(run.status != 0)
            let envelope = try MediaRoom.json(run)
            #expect(envelope["ok"] as? Bool == false && envelope["state"] as? String == "failed")
            #expect(envelope["cost"] is NSNull)
            #expect(!FileManager.default.fileExists(atPath: openclaw.home.appending(path: "kite.mp4").path))
        }
    }

    @Test(arguments: [("task-unknown", "expired"), ("result-expired", "expired")])
    func whatTheServiceForgotIsOver(_ fault: String, _ state: String) async throws {
        try await MediaRoom.with(faults: [fault]) { openclaw, simulator in
            let run = try await generate(openclaw)
            #expect(try MediaRoom.json(run)["state"] as? String == state, "\(run.stderr)")
            #expect(MediaRoom.submissions(simulator).count == 1)
        }
    }

    @Test func aThrottledRequestIsSentAgainLater() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try simulator.addFault(Fault("limit_requests", times: 1, path: "/services/aigc/"))
            let run = try await generate(openclaw)
            #expect(run.status == 0, "\(run.stderr)")
            #expect(MediaRoom.submissions(simulator).count == 2)
        }
    }

    @Test func queriesThatFailSayNothingAboutTheTask() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try simulator.addFault(Fault("html-502", times: 1, path: "/api/v1/tasks/"))
            try simulator.addFault(Fault("limit_requests", times: 1, path: "/api/v1/tasks/"))
            let run = try await generate(openclaw)
            #expect(run.status == 0, "\(run.stderr)")
        }
    }

    @Test func aDetachedJobIsFetchedByTheNextCommand() async throws {
        try await MediaRoom.with { openclaw, simulator in
            let run = try await generate(openclaw, "--detach")
            let id = try #require(try MediaRoom.json(run)["job"] as? String)
            #expect(!FileManager.default.fileExists(atPath: openclaw.home.appending(path: "kite.mp4").path))
            let waited = try await openclaw("jobs", "wait", String(id.prefix(6)), "--json")
            #expect(waited.status == 0, "\(waited.stderr)")
            #expect(try MediaRoom.json(waited)["state"] as? String == "succeeded")
            #expect(FileManager.default.fileExists(atPath: openclaw.home.appending(path: "kite.mp4").path))
            #expect(MediaRoom.submissions(simulator).count == 1)
            // Who comes once more gets the same answer, and nothing is asked.
            simulator.reset()
            #expect(try await openclaw("jobs", "resume", id).status == 0)
            #expect(simulator.receivedRequests().isEmpty)
        }
    }

    @Test func anInterruptLeavesTheJobAndTellsHowToComeBack() async throws {
        try await MediaRoom.with(taskSpeed: 20) { openclaw, simulator in
            let run = try await openclaw(
                "infer", "video", "generate", "--prompt", "a kite", "--output", "kite.mp4", interruptAfter: .seconds(3))
            #expect(run.status == 130 && run.stderr.contains("openclaw jobs wait "), "\(run.stderr)")
            #expect(try await openclaw("jobs", "resume").status == 0)
            #expect(FileManager.default.fileExists(atPath: openclaw.home.appending(path: "kite.mp4").path))
            #expect(MediaRoom.submissions(simulator).count == 1)
        }
    }

    @Test func aWaitingJobCanBeCancelled() async throws {
        try await MediaRoom.with(taskSpeed: 0.01) { openclaw, simulator in
            let id = try #require(try MediaRoom.json(await generate(openclaw, "--detach"))["job"] as? String)
            let run = try await openclaw("jobs", "cancel", id, "--json")
            #expect(try MediaRoom.json(run)["state"] as? String == "cancelled", "\(run.stderr)")
            #expect(simulator.receivedRequests().contains { $0.path.hasSuffix("/cancel") && $0.status == 200 })
        }
    }

    /// A model that answers at once has no list to look into: nothing is sent again unless the user says so.
    @Test func withoutAListNothingIsSentAgainByItself() async throws {
        try await MediaRoom.with { openclaw, simulator in
            try simulator.addFault(Fault("rst", times: 1, path: "/services/aigc/"))
            let run = try await openclaw(
                "infer", "image", "generate", "--prompt", "a", "--output", "a.png", "--json")
            let envelope = try MediaRoom.json(run)
            #expect(envelope["state"] as? String == "unresolved", "\(run.stdout) \(run.stderr)")
            let id = try #require(envelope["job"] as? String)
            #expect(try await openclaw("jobs", "resume").status == 0)
            #expect(MediaRoom.submissions(simulator).count == 1)
            let again = try await openclaw("jobs", "resume", id, "--again")
            #expect(again.status == 0, "\(again.stderr)")
            #expect(MediaRoom.submissions(simulator).count == 2)
            #expect(FileManager.default.fileExists(atPath: openclaw.home.appending(path: "a.png").path))
        }
    }
}
