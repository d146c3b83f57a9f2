import Foundation
import Inference
import InferenceTesting
import OpenClawHost
import Testing

@Suite struct JobFleetTests {
    private static let oneJob = [JobReplies.accepted, JobReplies.succeeded, JobReplies.file]

    private static let refused = ScriptedReply(#"{"code":"InvalidParameter","message":"no"}"#, status: 400)

    @Test func whoeverAsksIsToldAtTheMilestone() async throws {
        try await Self.withFleet(Self.oneJob) { scene, fleet in
            try scene.add()
            let known = try await fleet.drive("job-1", until: .known)
            #expect(known.task?.id == "t1")
            #expect(try await fleet.drive("job-1", until: .results).results != nil)
            #expect(try await fleet.drive("job-1", until: .end).state == .succeeded)
            // Also when there is nothing left to drive.
            #expect(try await fleet.drive("job-1", until: .end).state == .succeeded)
        }
    }

    @Test func aJobGoesOnWhenNobodyWaits() async throws {
        try await Self.withFleet(Self.oneJob) { scene, fleet in
            try scene.add()
            let waiting = Task { try await fleet.drive("job-1", until: .end) }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            while scene.store.job("job-1")?.state != .succeeded { await Task.yield() }
        }
    }

    @Test func jobsOfAnEarlierLifeAreTakenUp() async throws {
        let scene = try Self.scene(Array(Self.oneJob.dropFirst()))
        try scene.add { job in
            job.task = ServiceTask(id: "t1")
            job.state = .waiting
            job.submittedAt = job.createdAt
        }
        try await Self.run(Self.fleet(scene)) { _ in
            while scene.store.job("job-1")?.state != .succeeded { await Task.yield() }
        }
        #expect(!scene.asked.contains { $0.hasPrefix("POST") })
    }

    @Test func oneAfterTheOtherWhereOnlyOneMayBeDriven() async throws {
        try await Self.withFleet(Self.oneJob + [Self.refused], limit: 1) { scene, fleet in
            try scene.add()
            try scene.add(id: "job-2")
            async let first = fleet.drive("job-1", until: .end)
            async let second = fleet.drive("job-2", until: .end)
            let states = Set(try await [first.state, second.state])
            #expect(states == [.succeeded, .failed])
        }
    }

    @Test func whoeverWaitsAtTheEndIsTold() async throws {
        let scene = try Self.scene([])
        let fleet = Self.fleet(scene)
        let running = Task { await fleet.run() }
        running.cancel()
        await running.value
        try scene.add()
        await #expect(throws: InferenceError.self) { try await fleet.drive("job-1", until: .end) }
    }

    @Test func filesThatNoJobWaitsForGo() async throws {
        let scene = try Self.scene([])
        let folder = scene.home.path + "/incoming"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["job-x-1.png", "c-1"] {
            #expect(FileManager.default.createFile(atPath: folder + "/" + name, contents: Data([1])))
        }
        try scene.add { job in
            job.state = .unresolved
            job.plan.inputs = [
                GenerationPlan.PlannedInput(
                    input: GenerationInput(kind: .image, source: .file(folder + "/job-x-1.png")),
                    rule: InputRule(role: .firstFrame, kind: .image, place: "img_url"))
            ]
        }
        try await Self.run(Self.fleet(scene)) { _ in
            while try FileManager.default.contentsOfDirectory(atPath: folder) != ["job-x-1.png"] { await Task.yield() }
        }
    }

    private static func scene(_ replies: [ScriptedReply]) throws -> JobScene {
        try JobScene(replies, wait: { _ in try await Task.sleep(for: .milliseconds(1)) })
    }

    private static func fleet(_ scene: JobScene, limit: Int = 512) -> JobFleet {
        JobFleet(
            scene.runner, limit: limit, folder: IncomingFolder(directory: scene.home.path + "/incoming"),
            report: { _ in })
    }

    private static func withFleet(
        _ replies: [ScriptedReply], limit: Int = 512, _ body: (JobScene, JobFleet) async throws -> Void
    ) async throws {
        let scene = try scene(replies)
        try await run(fleet(scene, limit: limit)) { fleet in try await body(scene, fleet) }
    }

    private static func run(_ fleet: JobFleet, _ body: (JobFleet) async throws -> Void) async throws {
        let running = Task { await fleet.run() }
        defer { running.cancel() }
        try await body(fleet)
        running.cancel()
        await running.value
    }
}
