import Foundation
import HTTPTypes
import Inference
import InferenceTesting
import OpenClawHost
import Testing

@Suite struct JobRunnerTests {
    @Test func aJobPassesThroughAllStatesAndIsBookedOnce() async throws {
        let scene = try JobScene([
            JobReplies.accepted, JobReplies.status("PENDING"), JobReplies.status("RUNNING"), JobReplies.succeeded,
            JobReplies.file,
        ])
        try scene.add()
        let job = try await scene.drive()
        #expect(scene.store.states == [.prepared, .submitting, .waiting, .running, .fetching, .succeeded])
        try scene.transport.expectFinished()
        #expect(scene.asked == ["POST video-synthesis", "GET t1", "GET t1", "GET t1", "GET a.mp4"])
        #expect(scene.store.turns == 3)
        let file = try #require(job.files.first)
        #expect(file.path == scene.home.path + "/out.mp4" && file.mediaType == "video/mp4" && file.byteCount == 100)
        #expect(try [UInt8](Data(contentsOf: URL(filePath: file.path))) == JobReplies.clip)
        #expect(job.cost == CostEstimate(amount: 0.5, currency: "USD"))
        #expect(scene.booked.map(\.cost) == [.amount(0.5, currency: "USD")])
        // The store of results gets no credential, over a safe connection.
        let fetch = try #require(scene.transport.requests.last)
        #expect(fetch.head.headerFields[.authorization] == nil && fetch.head.scheme == "https")
        #expect(scene.transport.requests.first?.isRepeatable == false)
        // Whoever comes again finds it done.
        _ = try await scene.drive()
        try scene.transport.expectFinished()
    }

    @Test func pausesGrowFromShortToLong() async throws {
        let running = Array(repeating: JobReplies.status("RUNNING"), count: 20)
        let scene = try JobScene([JobReplies.accepted] + running + [JobReplies.succeeded, JobReplies.file])
        try scene.add()
        _ = try await scene.drive()
        #expect(scene.waited > 150 && scene.waited < 15 * 21)
    }

    @Test func aLostAnswerIsFoundInTheList() async throws {
        let scene = try JobScene([
            JobReplies.lost, JobReplies.list(JobReplies.row("t1", late: 0.5)), JobReplies.succeeded, JobReplies.file,
        ])
        try scene.add()
        #expect(try await scene.drive().task?.id == "t1")
        #expect(scene.asked.filter { $0.hasPrefix("POST") }.count == 1)
    }

    @Test func onlyAListThatShowsNothingTwiceAllowsAnotherRequest() async throws {
        let strange = [
            JobReplies.row("old", late: -60), JobReplies.row("other", late: 0.5, model: "wan2.7-t2v"),
            JobReplies.row("theirs", late: 0.6), JobReplies.row("done", late: 0.7, state: "SUCCEEDED"),
        ]
        let list = ScriptedReply(#"{"total_page":1,"data":[\#(strange.joined(separator: ","))]}"#)
        let done = ScriptedReply(
            #"{"output":{"task_id":"done","task_status":"SUCCEEDED","orig_prompt":"a boat","video_url":"https://x/y"}}"#
        )
        let scene = try JobScene([
            JobReplies.lost, list, done, list, done, JobReplies.accepted, JobReplies.succeeded, JobReplies.file,
        ])
        try scene.add()
        try scene.add(id: "job-2") { job in
            job.task = ServiceTask(id: "theirs")
            job.state = .running
        }
        #expect(try await scene.drive().state == .succeeded)
        try scene.transport.expectFinished()
        #expect(scene.waited >= 5)
    }

    /// Two drivers died at the same moment, and only one task began: nobody can say whose it is.
    @Test func twoDeadJobsNeverGetEachOthersTask() async throws {
        let list = JobReplies.list(JobReplies.row("t1", late: 0.5))
        let scene = try JobScene([list])
        for (id, seed) in [("job-1", 5), ("job-2", 10)] {
            try scene.add(id: id) { job in
                job.plan.parameters["seed"] = .int(seed)
                job.state = .submitting
                job.submittedAt = JobClock.start
                job.submissions = 1
            }
        }
        let job = try await scene.drive()
        #expect(job.state == .unresolved && job.task == nil)
        #expect(job.failure?.hint == "openclaw jobs resume job-1 --again")
        #expect(!scene.asked.contains { $0.hasPrefix("POST") })
    }

    @Test func whatTheServiceCountedTellsTwoDeadJobsApart() async throws {
        let scene = try JobScene([
            JobReplies.list(JobReplies.row("t1", late: 0.5)),
            JobReplies.list(JobReplies.row("t1", late: 0.5, state: "SUCCEEDED")), JobReplies.succeeded,
            JobReplies.succeeded, JobReplies.file,
        ])
        for (id, seconds) in [("job-1", 5), ("job-2", 10)] {
            try scene.add(id: id) { job in
                job.plan.seconds = seconds
                job.state = .submitting
                job.submittedAt = JobClock.start
                job.submissions = 1
            }
        }
        let job = try await scene.drive()
        #expect(job.task?.id == "t1" && job.state == .succeeded)
        #expect(!scene.asked.contains { $0.hasPrefix("POST") })
    }

    @Test func aJobOfAnotherHourIsNoRival() async throws {
        let scene = try JobScene([
            JobReplies.list(JobReplies.row("t1", late: 0.5)), JobReplies.succeeded, JobReplies.file,
        ])
        for (id, seconds, late) in [("job-1", 5, 0.0), ("job-2", 10, -3600)] {
            try scene.add(id: id) { job in
                job.plan.seconds = seconds
                job.state = id == "job-1" ? .submitting : .unresolved
                job.submittedAt = JobClock.start + late
                job.submissions = 1
            }
        }
        #expect(try await scene.drive().task?.id == "t1")
    }

    /// What another driver has just begun is its own, also when it asks for the same.
    @Test(arguments: [(-1.0, 119.0), (-150.0, 0.0)])
    func whoMayBeAboutToWriteItsTaskDownIsWaitedFor(_ late: Double, _ waits: Double) async throws {
        let scene = try JobScene([
            JobReplies.list(JobReplies.row("t1", late: 0.5)), JobReplies.succeeded, JobReplies.file,
        ])
        for (id, late) in [("job-1", 0), ("job-2", late)] {
            try scene.add(id: id) { job in
                job.state = .submitting
                job.submittedAt = JobClock.start + late
                job.submissions = 1
            }
        }
        let hold = try JobLocks(directory: scene.home.path + "/locks").hold("job-2")
        #expect(hold != nil)
        #expect(try await scene.drive().task?.id == "t1")
        #expect(scene.waited >= waits && scene.waited < waits + 15)
    }

    @Test func promptsTellTwoDeadJobsApartOnceTheyAreShown() async throws {
        let list = { (state: String) in
            JobReplies.list(
                JobReplies.row("t2", late: 0.1, state: state), JobReplies.row("t1", late: 0.2, state: state))
        }
        let boat = ScriptedReply(
            #"{"output":{"task_id":"t2","task_status":"SUCCEEDED","orig_prompt":"a boat","video_url":"https://x/y"}}"#)
        let scene = try JobScene([
            list("RUNNING"), list("SUCCEEDED"), boat, JobReplies.succeeded, JobReplies.succeeded, JobReplies.file,
        ])
        for (id, prompt) in [("job-1", "a kite"), ("job-2", "a boat")] {
            try scene.add(id: id) { job in
                job.plan.prompt = prompt
                job.state = .submitting
                job.submittedAt = JobClock.start
                job.submissions = 1
            }
        }
        #expect(try await scene.drive().task?.id == "t1")
        try scene.transport.expectFinished()
    }

    @Test func aTaskThatAppearsLateIsFoundToo() async throws {
        let scene = try JobScene([
            JobReplies.lost, JobReplies.list(), JobReplies.list(JobReplies.row("t1", late: 1)), JobReplies.succeeded,
            JobReplies.file,
        ])
        try scene.add()
        #expect(try await scene.drive().state == .succeeded)
        #expect(scene.asked.filter { $0.hasPrefix("POST") }.count == 1)
    }

    @Test func whatAKilledProcessLeftInTheMiddleIsLookedUpFirst() async throws {
        let scene = try JobScene([
            JobReplies.list(JobReplies.row("t1", late: 2)), JobReplies.succeeded, JobReplies.file,
        ])
        try scene.add { job in
            job.state = .submitting
            job.submittedAt = JobClock.start
            job.submissions = 1
        }
        #expect(try await scene.drive().state == .succeeded)
        #expect(!scene.asked.contains { $0.hasPrefix("POST") })
    }

    @Test(arguments: [502, 503, 504]) func anAnswerOfAGatewayInBetweenProvesNothing(_ status: Int) async throws {
        let scene = try JobScene([
            ScriptedReply("<html>", status: status), JobReplies.list(JobReplies.row("t1", late: 0)),
            JobReplies.succeeded, JobReplies.file,
        ])
        try scene.add()
        #expect(try await scene.drive().state == .succeeded)
    }

    @Test func withoutAListItStaysOpenUntilTheUserDecides() async throws {
        let image = ScriptedReply(
            #"{"request_id":"r","output":{"choices":[{"message":{"content":[{"image":"https://x.example/a"}]}}]}}"#)
        let png = ScriptedReply(
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 1, count: 20))
        let scene = try JobScene([JobReplies.lost, image, png])
        try scene.add("qwen-image-2.0", .image)
        let job = try await scene.drive()
        #expect(job.state == .unresolved && job.failure?.hint == "openclaw jobs resume job-1 --again")
        #expect(try await scene.drive().state == .unresolved)
        #expect(scene.transport.requests.count == 1)
        #expect(try await scene.drive(again: true).state == .succeeded)
    }

    @Test func aRefusalEndsTheJobAndCostsNothing() async throws {
        let scene = try JobScene([
            ScriptedReply(#"{"code":"InvalidParameter","message":"size","request_id":"r"}"#, status: 400)
        ])
        try scene.add()
        let job = try await scene.drive()
        #expect(job.state == .failed && job.failure?.code == .invalidRequest)
        #expect(scene.booked.map(\.cost) == [.nothing])
    }

    @Test func aThrottledRequestIsSentAgainAfterAPause() async throws {
        let throttled = ScriptedReply(
            #"{"code":"Throttling.RateQuota","message":"slow","request_id":"r"}"#, status: 429)
        let scene = try JobScene([throttled, JobReplies.accepted, JobReplies.succeeded, JobReplies.file])
        try scene.add()
        #expect(try await scene.drive().submissions == 2)
    }

    @Test func whatNeverLeftTheMachineIsSentAgain() async throws {
        let unreachable = ScriptedReply.failing(InferenceError(.connectionFailed, "no route"))
        let scene = try JobScene([unreachable, JobReplies.accepted, JobReplies.succeeded, JobReplies.file])
        try scene.add()
        #expect(try await scene.drive().state == .succeeded)
        #expect(!scene.asked.contains("GET tasks"))
    }

    @Test func aBudgetThatDoesNotPayForItSendsNothing() async throws {
        let budget: JSONValue = ["usage": ["budget": ["day": ["USD": 0.5]]]]
        let scene = try JobScene([], configuration: budget)
        try scene.add()
        let job = try await scene.drive()
        #expect(job.state == .failed && job.failure?.code == .budgetExceeded)
        #expect(scene.transport.requests.isEmpty)
    }

    /// Whoever saw the error asks anew; the old job must not be asked for later as well.
    @Test func whatCouldNotBeAskedForIsOver() async throws {
        let unreachable = ScriptedReply.failing(InferenceError(.connectionFailed, "no route"))
        let scene = try JobScene(Array(repeating: unreachable, count: 4))
        try scene.add()
        await #expect(throws: InferenceError.self) { try await scene.drive() }
        #expect(scene.store.job("job-1")?.state == .failed)
        #expect(scene.runner.isAbandoned("job-1"))
        #expect(try await scene.drive().state == .failed)
        try scene.transport.expectFinished()
    }

    @Test func aFailedTaskCostsNothing() async throws {
        let failed = JobReplies.status("FAILED", #","code":"DataInspectionFailed","message":"no""#)
        let scene = try JobScene([JobReplies.accepted, failed])
        try scene.add()
        let job = try await scene.drive()
        #expect(job.state == .failed && job.failure?.code == .contentRejected && job.cost == nil)
        #expect(scene.booked.map(\.cost) == [.nothing])
    }

    @Test func queriesMayFailForLong() async throws {
        let bad = [
            JobReplies.lost, ScriptedReply("<html>", status: 502), ScriptedReply("{", status: 200),
            ScriptedReply(#"{"code":"Throttling","message":"slow"}"#, status: 429),
        ]
        let scene = try JobScene([JobReplies.accepted] + bad + bad + [JobReplies.succeeded, JobReplies.file])
        try scene.add()
        #expect(try await scene.drive().state == .succeeded)
    }

    @Test func aRefusedKeyLeavesTheJobForLater() async throws {
        let refused = ScriptedReply(#"{"code":"InvalidApiKey","message":"bad key"}"#, status: 401)
        let scene = try JobScene([JobReplies.accepted, refused, JobReplies.succeeded, JobReplies.file])
        try scene.add()
        await #expect(throws: InferenceError.self) { try await scene.drive() }
        #expect(scene.store.job("job-1")?.state == .waiting)
        #expect(try await scene.drive().state == .succeeded)
    }

    @Test func aTaskThatIsUnknownTwiceIsOver() async throws {
        let scene = try JobScene([JobReplies.accepted, JobReplies.status("UNKNOWN"), JobReplies.status("UNKNOWN")])
        try scene.add()
        #expect(try await scene.drive().state == .expired)
    }

    @Test func afterADayAJobIsOver() async throws {
        let scene = try JobScene([JobReplies.status("RUNNING")])
        try scene.add { job in
            job.state = .running
            job.task = ServiceTask(id: "t1")
            job.submittedAt = JobClock.start - 86_401
        }
        #expect(try await scene.drive().state == .expired)
    }

    @Test func aDownloadGoesOnWhereItEnded() async throws {
        let cut = ScriptedReply(
            fields: ["content-length": "100"],
            steps: [.bytes(Array(JobReplies.clip.prefix(40))), .failure(InferenceError(.truncated, "cut"))])
        let rest = ScriptedReply(
            Array(JobReplies.clip.dropFirst(40)), status: 206,
            fields: ["content-range": "bytes 40-99/100", "content-length": "60"],
            complaint: { $0.head.headerFields[.range] == "bytes=40-" ? nil : "no range" })
        let scene = try JobScene([JobReplies.accepted, JobReplies.succeeded, cut, rest])
        try scene.add()
        let job = try await scene.drive()
        #expect(try [UInt8](Data(contentsOf: URL(filePath: #require(job.files.first).path))) == JobReplies.clip)
    }

    @Test func whatIsNoClipIsNotSaved() async throws {
        let page = Array(repeating: ScriptedReply("<html>not here</html>"), count: 6)
        let scene = try JobScene([JobReplies.accepted, JobReplies.succeeded] + page)
        try scene.add()
        await #expect(throws: InferenceError.self) { try await scene.drive() }
        #expect(scene.store.job("job-1")?.state == .fetching)
        #expect(!FileManager.default.fileExists(atPath: scene.home.path + "/out.mp4"))
    }

    @Test func aJobHasOneDriverAtATime() async throws {
        let scene = try JobScene([JobReplies.accepted, JobReplies.succeeded, JobReplies.file])
        try scene.add()
        let ends = try await withThrowingTaskGroup(of: JobState.self) { group in
            for _ in 0..<4 { group.addTask { try await scene.drive().state } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(ends == Array(repeating: .succeeded, count: 4))
        try scene.transport.expectFinished()
    }
}
