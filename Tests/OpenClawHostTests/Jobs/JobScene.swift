import Foundation
import HTTPTypes
import Inference
import InferenceTesting
import Logging
import OpenClawHost
import Qwen
import Synchronization
import Testing

/// A runner with a scripted service, a clock that only waiting moves, and a folder of its own.
final class JobScene: Sendable {
    let store = MemoryJobStore()
    let ledger = MemoryLedger()
    let transport: ScriptedTransport
    let home: URL
    let runner: JobRunner
    let books: UsageRecorder
    private let provider: QwenProvider
    private let clock = JobClock()

    /// - Parameters:
    ///   - configuration: of budgets.
    ///   - wait: what pauses do; without it they move the clock and take no time.
    init(
        _ replies: [ScriptedReply], configuration: JSONValue = .object(JSONObject()),
        wait: (@Sendable (Duration) async throws -> Void)? = nil
    ) throws {
        home = FileManager.default.temporaryDirectory.appending(path: "jobs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        transport = ScriptedTransport(replies)
        provider = try #require(try QwenProvider.all().first)
        let settings = SettingsView(root: .object(JSONObject()))
        let accounts = Accounts(
            manifests: [provider.manifest], settings: settings,
            variables: VariableLookup(["QWEN_API_KEY": "sk-1234567890"]), profiles: AuthProfiles(), state: AuthState(),
            storePath: "", home: "/", now: JobClock.start)
        let routes = GenerationRoutes(
            accounts: accounts, registry: ProviderRegistry(providers: [provider], settings: settings),
            userAgent: "t/1", logger: Logger(label: "t"), learn: { _ in })
        books = UsageRecorder(
            ledger: ledger, settings: UsageSettings(configuration: configuration), now: clock.now,
            warn: { _ in })
        runner = JobRunner(
            store: store, locks: JobLocks(directory: home.path + "/locks"), routes: routes, transport: transport,
            fetcher: ResultFetcher(guarded: transport, local: transport, userAgent: "t/1"),
            services: JobServices(now: clock.now, wait: wait ?? clock.wait, random: { 1 << 63 }),
            mediaDirectory: home.path + "/media", usage: books)
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    /// How long was waited, in seconds.
    var waited: Double { clock.now() - JobClock.start }

    /// What the ledger has been told.
    var booked: [UsageRecord] {
        books.settle()
        return ledger.records
    }

    /// A prepared job for a clip, or for a picture that is answered at once.
    @discardableResult
    func add(
        _ model: ModelID = "wan2.6-t2v", _ kind: Modality = .video, id: String = "job-1",
        _ change: (inout Job) -> Void = { _ in }
    ) throws -> Job {
        let support = try #require(try provider.generation?.models().first { $0.model == model })
        let plan = try GenerationPlanner(support: support, endpoint: "standard-intl")
            .plan(GenerationRequest(kind: kind, prompt: "a kite"))
        let endpoint = try #require(provider.manifest.endpoint("standard-intl"))
        var job = Job(
            id: id, provider: "qwen", endpoint: "standard-intl", service: endpoint.nativeURL ?? "",
            account: "standard@intl", credential: "", plan: plan, createdAt: clock.now(),
            output: home.path + "/out.mov")
        change(&job)
        store.insert(job)
        return job
    }

    func drive(again: Bool = false) async throws -> Job {
        try await runner.drive("job-1", asksAgain: again) { _ in }
    }

    /// Methods and the ends of paths, in order.
    var asked: [String] {
        transport.requests.map { request in
            let path = (request.head.path ?? "").prefix { $0 != "?" }
            return "\(request.head.method) \(path.split(separator: "/").last ?? "")"
        }
    }
}

/// A clock that only waiting moves.
final class JobClock: Sendable {
    static let start = 1_795_000_000.0
    private let time = Mutex(JobClock.start)

    @Sendable func now() -> Double { time.withLock { $0 } }

    @Sendable func wait(_ pause: Duration) async throws {
        try Task.checkCancellation()
        time.withLock { $0 += pause / .seconds(1) }
    }
}
