import Inference
import OpenClawCommands
import OpenClawHost
import OpenClawStore
import Transport

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension CommandContext {
    /// The context of this process: its streams, environment and network.
    static var process: CommandContext {
        var context = CommandContext(
            version: Version.current, environment: ProcessInfo.processInfo.environment,
            workingDirectory: FileManager.default.currentDirectoryPath, input: StandardInput(),
            output: FileDescriptorSink(descriptor: 1), diagnostics: FileDescriptorSink(descriptor: 2),
            now: { Date.now.timeIntervalSince1970 }, interruption: Interruption.wait, loadProviders: Providers.all,
            makeTransport: { HTTPClient(configuration: HTTPClientConfiguration(environment: $0)) },
            findWay: { environment, request throws(InferenceError) in
                let configuration = HTTPClientConfiguration(environment: environment)
                let trust = configuration.trust
                return NetworkWay(
                    proxy: try configuration.proxyName(for: request),
                    certificates: trust.file.map { "\($0) (SSL_CERT_FILE)" }
                        ?? (trust.directories.isEmpty ? nil : "SSL_CERT_DIR"))
            },
            makeLedger: { SQLiteUsageLedger(StateDatabase(directory: $0)) },
            makeFailoverStore: { SQLiteFailoverStore(directory: $0) },
            inspectStore: { StateDatabase(directory: $0) }, startGateway: GatewayProcess.start,
            additionalCommands: [Simulate.self])
        context.makeJobStore = { SQLiteJobStore(StateDatabase(directory: $0)) }
        context.askTerminal = { TerminalQuestion.attributes() }
        context.makeSocketTransport = { SocketClient(configuration: HTTPClientConfiguration(environment: $0)) }
        context.makeGuardedTransport = { environment in
            var configuration = HTTPClientConfiguration(environment: environment)
            configuration.addresses = .publicOnly
            return HTTPClient(configuration: configuration)
        }
        return context
    }
}
