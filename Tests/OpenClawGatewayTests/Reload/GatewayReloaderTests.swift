import Foundation
import Inference
import InferenceTesting
import OpenClawHost
import Synchronization
import Testing

@testable import OpenClawGateway

@Suite struct GatewayReloaderTests {
    private let state: TemporaryState
    private let taken = TextList()
    private let said = TextList()

    init() throws {
        state = try TemporaryState()
        try state.write("{gateway: {log: {level: 'info'}}}", to: "openclaw.json")
    }

    @Sendable private static func load(_ path: String) throws(InferenceError) -> GatewayReloader.Snapshot {
        let installation = try Installation.load(
            providers: [ScriptedProvider()], environment: ["HOME": path, "OPENCLAW_STATE_DIR": path],
            workingDirectory: path, now: 0)
        return GatewayReloader.Snapshot(
            installation: installation, settings: try GatewaySettingsReader(installation.settings).read())
    }

    private func withReloader(
        refusing: Bool = false, _ body: (GatewayReloader) throws -> Void
    ) throws {
        let path = state.path
        let (taken, said) = (taken, said)
        let reloader = GatewayReloader(
            current: try Self.load(path), load: { () throws(InferenceError) in try Self.load(path) },
            onChange: { snapshot throws(InferenceError) in
                if refusing { throw InferenceError(.gatewayConfiguration, "not this one") }
                taken.add(snapshot.settings.logLevel)
            },
            report: { message, isProblem in said.add((isProblem ? "! " : "") + message) })
        try body(reloader)
    }

    private var levels: [String] { taken.all }
    private var messages: [String] { said.all }

    @Test func takesOverWhatHasChangedAndOnlyThen() throws {
        try withReloader { reloader in
            reloader.look()
            try state.write("{gateway: {log: {level: 'debug'}}}", to: "openclaw.json")
            reloader.look()
            reloader.look()
            #expect(reloader.summary.reloads == 1)
        }
        #expect(levels == ["debug"])
    }

    @Test(arguments: ["{gateway: ", "{gateway: {log: {level: 'loud'}}}", "{gateway: {port: 'x'}}"])
    func brokenFileChangesNothingAndIsToldOfOnce(_ text: String) throws {
        try withReloader { reloader in
            try state.write(text, to: "openclaw.json")
            reloader.look()
            reloader.look()
            #expect(reloader.summary.problem != nil)
            #expect(throws: InferenceError.self) { try reloader.reload() }
            try state.write("{gateway: {log: {level: 'error'}}}", to: "openclaw.json")
            reloader.look()
            #expect(reloader.summary.problem == nil)
        }
        #expect(levels == ["error"])
        #expect(messages.count == 3)
        #expect(messages.filter { $0.hasPrefix("! ") }.count == 2)
    }

    @Test func whatIsRefusedCountsAsAProblem() throws {
        try withReloader(refusing: true) { reloader in
            #expect(throws: InferenceError.self) { try reloader.reload() }
            #expect(reloader.summary.problem == "not this one")
            #expect(reloader.summary.reloads == 0)
        }
    }

    @Test(arguments: [".env", "gateway.token", "agents/main/agent/auth-profiles.json"])
    func looksAtEveryFileThatMatters(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: state.file("agents/main/agent"), withIntermediateDirectories: true)
        try withReloader { reloader in
            let text = name.hasSuffix("json") ? "{\"version\": 1, \"profiles\": {}}" : "A_TOKEN=0123456789abcdef0123"
            try state.write(text, to: name)
            reloader.look()
            #expect(reloader.summary.reloads == 1)
        }
    }
}

/// Texts in order.
private final class TextList: Sendable {
    private let texts = Mutex<[String]>([])
    var all: [String] { texts.withLock { $0 } }
    func add(_ text: String) { texts.withLock { $0.append(text) } }
}
