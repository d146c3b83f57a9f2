import Inference
import InferenceTesting
import Logging
import OpenClawHost
import OpenClawStore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An installation with three keys and three models in a folder of its own, as a gateway holds it in memory.
struct HostRoom {
    let dispatcher: ChatDispatcher
    let candidates: [ModelSelection]
    let store: SQLiteFailoverStore
    let ledger: SQLiteUsageLedger
    private let folder: URL

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let keys = ["ACME_API_KEY": "ak-1", "ACME_API_KEY_2": "ak-2", "ACME_API_KEY_3": "ak-3"]
        let now: @Sendable () -> Double = { Date.now.timeIntervalSince1970 }
        let installation = try Installation.load(
            providers: [ScriptedProvider()], environment: keys.merging(["HOME": folder.path]) { $1 },
            workingDirectory: folder.path, now: now())
        let store = SQLiteFailoverStore(directory: folder.path)
        let services = FailoverServices(
            policy: FailoverPolicy(settings: installation.accounts.settings), health: store, repairs: store, now: now)
        dispatcher = ChatDispatcher(
            accounts: installation.accounts, failover: services, userAgent: "bench",
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }, learn: { _ in })
        candidates = try ["acme/acme-small", "acme/acme-large", "acme/other"].map { name throws(InferenceError) in
            try installation.selector.resolve(name)
        }
        ledger = SQLiteUsageLedger(StateDatabase(directory: folder.path))
        self.store = store
        self.folder = folder
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// A row as a streamed answer leaves it.
    static let record = UsageRecord(
        time: 1_795_402_800.123, callID: "0123456789abcdef", requestID: "0f3c8a52-9d5e-9f0b-a9c4-5b7f7b1d2e3f",
        provider: "acme", model: "acme-small", servedModel: "acme-small-1", endpoint: "metered-eu", plan: "metered",
        credential: "0123456789ab", usage: Usage(input: 1200, output: 350, cacheRead: 1024, reasoning: 120),
        firstToken: 210, total: 4100, cost: .amount(Decimal(1234) / 1_000_000, currency: "EUR"))
}
