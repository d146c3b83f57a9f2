import Foundation
import Inference
import OpenClawCommands
import OpenClawHost
import Qwen
import QwenSimulator
import Synchronization
import Transport

/// Runs command lines of random setups in this process: the commands, the host, the codec and the network are the real ones,
/// and the service is the simulator under its real host names.
final class SetupRunner: Sendable {
    /// What a command line left behind.
    struct Outcome {
        var status: ExitStatus
        var json: JSONValue
        var text: String
        var received: [ReceivedRequest]
    }

    let simulator: Simulator
    private let client: HTTPClient
    private let providers: [any ModelProvider]
    private let folder: URL

    init(_ simulator: Simulator, network: [String: String]) throws {
        self.simulator = simulator
        client = HTTPClient(configuration: HTTPClientConfiguration(environment: network.merging(Self.direct) { $1 }))
        providers = try QwenProvider.all()
        folder = FileManager.default.temporaryDirectory.appending(path: "explain-\(UUID().uuidString)")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Base URLs of this machine go past the proxy.
    private static let direct = ["NO_PROXY": "127.0.0.1"]

    /// One setup on disk, with the state that its runs share.
    struct Home {
        let path: String
        let setup: RandomSetup
        let state = FailoverMemory()
    }

    func furnish(_ setup: RandomSetup, named name: String) throws -> Home {
        let home = folder.appending(path: name)
        for (path, text) in setup.files {
            let file = home.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return Home(path: home.path, setup: setup)
    }

    func run(_ arguments: [String], in home: Home) async -> Outcome {
        let output = TextSink()
        let state = home.state
        let environment = ["HOME": home.path, "PATH": "/usr/bin:/bin"].merging(home.setup.environment) { $1 }
        let context = CommandContext(
            version: "9.9.9", environment: environment, workingDirectory: home.path, input: EmptyInput(),
            output: output, diagnostics: DiscardingSink(), now: { 1_790_000_000 }, random: { 7 },
            loadProviders: { [providers] in providers }, makeTransport: { [client] _ in client },
            makeFailoverStore: { _ in state })
        simulator.reset()
        let status = await CommandSession.run(arguments, in: context)
        let json = (try? JSONValue(parsing: output.text)) ?? .null
        return Outcome(
            status: status, json: json, text: output.text, received: simulator.receivedRequests())
    }
}

/// A sink that keeps what was written.
private final class TextSink: OutputSink {
    private let state = Mutex("")

    var isTerminal: Bool { false }
    var columns: Int? { nil }
    var text: String { state.withLock { $0 } }

    func write(_ text: String) { state.withLock { $0 += text } }
}
