import Foundation
import HTTPTypes
import Inference
import InferenceTesting
import Logging
import Qwen
import Synchronization
import Testing

@testable import OpenClawHost

/// A desk and a runner with a scripted service, and a folder of its own.
final class SpeechScene: Sendable {
    let transport: ScriptedTransport
    let sockets: ScriptedSockets
    let home: URL
    let desk: SpeechDesk
    let transcriptions: TranscriptionDesk
    let runner: SpeechRunner
    private let ledger = MemoryLedger()
    private let books: UsageRecorder
    private let clock = JobClock()

    init(
        _ replies: [ScriptedReply] = [], socket: [SocketMessage] = [], settings: JSONValue = .object(JSONObject()),
        endpoint: String = "standard-intl"
    ) throws {
        home = FileManager.default.temporaryDirectory.appending(path: "speech-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        transport = ScriptedTransport(replies)
        sockets = ScriptedSockets(socket)
        let provider = try #require(try QwenProvider.all().first)
        let view = SettingsView(root: settings)
        let accounts = Accounts(
            manifests: [provider.manifest], settings: view,
            variables: VariableLookup(["QWEN_API_KEY": "sk-1234567890"]),
            profiles: AuthProfiles(), state: AuthState(), storePath: "", home: "/", now: JobClock.start)
        let registry = ProviderRegistry(providers: [provider], settings: view)
        let routes = GenerationRoutes(
            accounts: accounts, registry: registry, userAgent: "t/1", logger: Logger(label: "t"), learn: { _ in })
        let selector = ModelSelector(registry: registry, settings: ModelSettings(configuration: settings))
        desk = SpeechDesk(selector: selector, routes: routes)
        transcriptions = TranscriptionDesk(selector: selector, routes: routes)
        books = UsageRecorder(
            ledger: ledger, settings: UsageSettings(configuration: settings), now: clock.now, warn: { _ in })
        runner = SpeechRunner(
            transport: transport, sockets: sockets,
            fetcher: ResultFetcher(guarded: transport, local: transport, userAgent: "t/1"), usage: books,
            services: JobServices(now: clock.now, wait: clock.wait, random: { 1 << 63 }))
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    var booked: [UsageRecord] {
        books.settle()
        return ledger.records
    }

    /// Speaks, and returns what was heard.
    func speak(_ request: SpeechRequest, model: String? = nil) async throws -> (heard: [UInt8], SpeechOutcome) {
        let prepared = try desk.prepare(request, named: model)
        var heard: [UInt8] = []
        let outcome = try await runner.speak(prepared, callID: "call") { heard += $0 }
        return (heard, outcome)
    }

    /// An event of a stream with sound.
    static func sound(_ bytes: [UInt8]) -> String {
        let text = Data(bytes).base64EncodedString()
        return
            "data:{\"request_id\":\"r\",\"output\":{\"finish_reason\":\"null\",\"audio\":{\"data\":\"\(text)\"}}}\n\n"
    }

    static let end =
        "data:{\"request_id\":\"r\",\"output\":{\"finish_reason\":\"stop\",\"audio\":{\"data\":\"\",\"url\":\"http://host/a.wav\"}},\"usage\":{\"characters\":10}}\n\n"
}

/// Opens one socket that says what a script says, and keeps what it is told.
final class ScriptedSockets: SocketTransport, SocketConnection {
    private let script: Mutex<ArraySlice<SocketMessage>>
    private let said = Mutex<[SocketMessage]>([])

    init(_ script: [SocketMessage]) { self.script = Mutex(script[...]) }

    var told: [SocketMessage] { said.withLock { $0 } }

    func open(_ request: HTTPExchangeRequest, deadlines: Deadlines) async throws(InferenceError) -> SocketAnswer {
        .open(self)
    }

    func send(_ message: SocketMessage) async throws(InferenceError) { said.withLock { $0.append(message) } }

    func next(before deadline: ContinuousClock.Instant?) async throws(InferenceError) -> SocketMessage? {
        script.withLock { $0.popFirst() }
    }

    func close() {}
}
