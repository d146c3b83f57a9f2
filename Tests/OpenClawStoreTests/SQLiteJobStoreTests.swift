import Foundation
import Inference
import OpenClawHost
import OpenClawStore
import Testing

@Suite struct SQLiteJobStoreTests {
    private let directory: TemporaryDirectory
    private let store: SQLiteJobStore

    init() throws {
        directory = try TemporaryDirectory()
        store = SQLiteJobStore(StateDatabase(directory: directory.path))
    }

    private func job(_ id: String, at time: Double = 100, task: String? = nil) throws -> Job {
        let mode = GenerationModeSupport(
            mode: .text, isPromptRequired: true,
            geometry: .resolutions(["720P"], initial: "720P", ratios: ["16:9"], initialRatio: "16:9"),
            length: LengthRule(values: [5], initial: 5), parameters: [ParameterRule(name: "seed", type: .integer)])
        let price = GenerationPrice(
            endpoints: ["metered-eu"], currency: "EUR", unit: .second, rates: [.init(amount: 0.5)])
        let support = GenerationSupport(
            model: "m", kind: .video, wire: "w", isTask: true, modes: [mode], typicalSeconds: 60, prices: [price])
        var request = GenerationRequest(kind: .video, prompt: "a kite")
        request.seed = 7
        let plan = try GenerationPlanner(support: support, endpoint: "metered-eu").plan(request)
        var job = Job(
            id: id, provider: "acme", endpoint: "metered-eu", service: "https://a.example/v1", account: "me",
            credential: "f", plan: plan, createdAt: time, output: "/tmp/a.mp4")
        job.task = task.map { ServiceTask(id: $0, requestID: "r") }
        return job
    }

    @Test func aJobComesBackAsItWas() throws {
        var job = try job("abcdefgh")
        try store.insert(job)
        #expect(try store.job("abcdefgh") == job)
        job.state = .succeeded
        job.files = [JobFile(path: "/tmp/a.mp4", mediaType: "video/mp4", byteCount: 9, digest: "00")]
        job.results = GenerationResults(files: [.init(address: "https://r.example/a", kind: .video)])
        job.failure = JobFailure(InferenceError(.unavailable, "late", hint: "wait"))
        try store.save(job)
        let another = SQLiteJobStore(StateDatabase(directory: directory.path))
        #expect(try another.job("abcdefgh") == job)
    }

    @Test func anIDMayBeCutWhileItIsClear() throws {
        try store.insert(job("abcd1111"))
        try store.insert(job("abcd2222"))
        #expect(try store.job("abcd1")?.id == "abcd1111")
        #expect(try store.job("abcd") == nil)
        #expect(try store.job("abc") == nil)
        #expect(try store.job("%bcd1") == nil)
    }

    @Test func listsHavePagesKindsAndOwners() throws {
        for (index, id) in ["aaaa1111", "bbbb2222", "cccc3333"].enumerated() {
            var job = try job(id, at: index == 0 ? 100 : 200)
            job.owner = index == 1 ? "other" : "mine"
            try store.insert(job)
        }
        func ids(_ query: JobQuery) throws -> [String] { try store.jobs(query).map(\.id) }
        #expect(try ids(JobQuery(kind: .video)) == ["cccc3333", "bbbb2222", "aaaa1111"])
        #expect(try ids(JobQuery(kind: .image)).isEmpty)
        #expect(try ids(JobQuery(owner: "mine", after: "cccc3333")) == ["aaaa1111"])
        var oldest = JobQuery(after: "bbbb2222")
        oldest.isOldestFirst = true
        #expect(try ids(oldest) == ["cccc3333"])
    }

    @Test func whatIsRemovedIsOutOfSightButItsTaskStaysTaken() throws {
        try store.insert(job("aaaa1111", task: "t1"))
        try store.remove("aaaa1111", now: 300)
        #expect(try store.job("aaaa1111") == nil && store.jobs(JobQuery()).isEmpty)
        #expect(try store.hasTask("t1", of: "https://a.example/v1"))
        var other = try job("bbbb2222")
        try store.insert(other)
        other.task = ServiceTask(id: "t1", requestID: nil)
        #expect(throws: InferenceError.self) { try store.save(other) }
    }

    @Test func theNewestComeFirstAndStatesAreChosen() throws {
        var ended = try job("two-----", at: 200)
        ended.state = .failed
        try store.insert(job("one-----", at: 100))
        try store.insert(ended)
        #expect(try store.jobs(JobQuery()).map(\.id) == ["two-----", "one-----"])
        #expect(try store.jobs(JobQuery(states: [.prepared])).map(\.id) == ["one-----"])
        #expect(try store.jobs(JobQuery(owner: "somebody")).isEmpty)
        #expect(try store.jobs(JobQuery(limit: 1)).count == 1)
    }

    @Test func aTaskHasOneJob() throws {
        try store.insert(job("one-----", task: "t1"))
        try store.insert(job("two-----"))
        #expect(throws: InferenceError(.taskTaken, "task t1 belongs to another job")) {
            try store.save(job("two-----", task: "t1"))
        }
        #expect(try store.hasTask("t1", of: "https://a.example/v1"))
        #expect(try !store.hasTask("t1", of: "https://b.example/v1"))
        try store.save(job("two-----", task: "t2"))
    }

    @Test func turnsAreTakenOneAfterTheOtherByAllProcesses() throws {
        let another = SQLiteJobStore(StateDatabase(directory: directory.path))
        let waits = try (0..<6).map { index in
            try (index % 2 == 0 ? store : another).turn(of: "me", perSecond: 20, now: 1000)
        }
        #expect(waits == [0, 0.07, 0.14, 0.21, 0.28, 0.35])
        #expect(try store.turn(of: "you", perSecond: 20, now: 1000) == 0)
        #expect(try store.turn(of: "me", perSecond: 20, now: 2000) == 0)
        // A clock that was set back makes nobody wait.
        #expect(try store.turn(of: "me", perSecond: 20, now: 1000) == 0)
    }

    @Test func anUploadIsGoodForItsModelAndTime() throws {
        let key = StoredUpload.Key(digest: "d", model: "m", service: "s", account: "a")
        try store.keep(StoredUpload(key: key, reference: "store://x", expiresAt: 100))
        #expect(try store.upload(key, now: 99)?.reference == "store://x")
        #expect(try store.upload(key, now: 100) == nil)
        var other = key
        other.model = "n"
        #expect(try store.upload(other, now: 1) == nil)
    }

    @Test func digestsAreThoseOfEverybodyElse() {
        let digest = store.makeDigest()
        digest.add(Array("a".utf8))
        digest.add(Array("bc".utf8))
        #expect(digest.finish() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
