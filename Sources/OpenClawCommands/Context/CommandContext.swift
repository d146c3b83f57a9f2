package import ArgumentParser
package import Inference
package import OpenClawHost

/// Everything a command may touch: no command reads the process, the clock or a stream beside it.
///
/// `CommandSession` binds it for the time of one run, so that tests drive commands in their own process with scripted
/// streams, environment and providers.
package struct CommandContext: Sendable {
    /// The version of the program, as `--version` prints it.
    package var version: String
    /// The environment as the process was started with; dotenv files are read later, by the host.
    package var environment: [String: String]
    /// The absolute path of the working directory.
    package var workingDirectory: String
    /// Where prompts and keys are read from.
    package var input: any CommandInput
    /// Data: what another program would read.
    package var output: any OutputSink
    /// Talk: warnings, notes, progress and errors.
    package var diagnostics: any OutputSink
    /// Seconds since 1970.
    package var now: @Sendable () -> Double
    /// Eight random bytes.
    package var random: @Sendable () -> UInt64
    /// Returns when the user asks to stop (Ctrl-C), throws when the waiting task is cancelled.
    package var interruption: @Sendable () async throws -> Void
    /// Reads the providers that this build knows; called only by commands that need them.
    package var loadProviders: @Sendable () throws(InferenceError) -> [any ModelProvider]
    /// A transport for an environment (proxies, certificate authorities). Nothing is opened before the first request.
    package var makeTransport: @Sendable (_ environment: [String: String]) -> any HTTPTransport
    /// How a request would reach its host in an environment, without opening anything; throws what sending would throw.
    package var findWay:
        @Sendable (_ environment: [String: String], _ request: HTTPExchangeRequest) throws(InferenceError) -> NetworkWay
    /// The ledger of a state directory, shared with other processes; `nil` in a build without a store. Nothing is opened
    /// before its first use.
    package var makeLedger: @Sendable (_ stateDirectory: String) -> (any UsageLedger)?
    /// What the processes of a state directory share about failures; one process's memory in a build without a store.
    package var makeFailoverStore: @Sendable (_ stateDirectory: String) -> any FailoverStore
    /// The inspector of a state directory's database; `nil` in a build without a store.
    package var inspectStore: @Sendable (_ stateDirectory: String) -> (any StoreInspecting)?
    /// The jobs of a state directory, shared with other processes; `nil` in a build without a store.
    package var makeJobStore: @Sendable (_ stateDirectory: String) -> (any JobStore)? = { _ in nil }
    /// A transport that connects to addresses of the public internet only.
    package var makeGuardedTransport: @Sendable (_ environment: [String: String]) -> any HTTPTransport = { _ in
        UnavailableTransport()
    }
    /// What opens WebSockets in an environment.
    package var makeSocketTransport: @Sendable (_ environment: [String: String]) -> any SocketTransport = { _ in
        UnavailableTransport()
    }
    /// Asks the terminal for its attributes; `nil` when there is none, or no answer.
    package var askTerminal: @Sendable () -> String? = { nil }
    /// What the commands of the gateway need.
    package var gateway = GatewayTools()
    /// Starts the gateway; throws in a build without one.
    package var startGateway: GatewayStarter
    /// Where the user's days begin.
    package var zone: LocalZone
    /// Commands that the composition root adds, because they need what this module must not see.
    package var additionalCommands: [any ParsableCommand.Type]
    /// What must never reach a sink.
    package let scrubber: SecretScrubber

    package init(
        version: String, environment: [String: String], workingDirectory: String, input: any CommandInput,
        output: any OutputSink, diagnostics: any OutputSink, now: @escaping @Sendable () -> Double,
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) },
        interruption: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(1 << 30)) },
        loadProviders: @escaping @Sendable () throws(InferenceError) -> [any ModelProvider],
        makeTransport: @escaping @Sendable (_ environment: [String: String]) -> any HTTPTransport,
        findWay:
            @escaping @Sendable (
                _ environment: [String: String], _ request: HTTPExchangeRequest
            ) throws(InferenceError) -> NetworkWay = { _, _ in NetworkWay() },
        makeLedger: @escaping @Sendable (_ stateDirectory: String) -> (any UsageLedger)? = { _ in nil },
        makeFailoverStore: (@Sendable (_ stateDirectory: String) -> any FailoverStore)? = nil,
        inspectStore: @escaping @Sendable (_ stateDirectory: String) -> (any StoreInspecting)? = { _ in nil },
        startGateway: @escaping GatewayStarter = { _, _ in
            throw InferenceError(.unsupported, "this build has no gateway")
        },
        zone: LocalZone = .system, additionalCommands: [any ParsableCommand.Type] = []
    ) {
        let scrubber = SecretScrubber(environment: environment)
        self.version = version
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.input = input
        self.output = ScrubbingSink(output, scrubber: scrubber, findsShapes: false)
        self.diagnostics = ScrubbingSink(diagnostics, scrubber: scrubber, findsShapes: true)
        self.now = now
        self.random = random
        self.interruption = interruption
        self.loadProviders = loadProviders
        self.makeTransport = makeTransport
        self.findWay = findWay
        self.makeLedger = makeLedger
        let memory = FailoverMemory()
        self.makeFailoverStore = makeFailoverStore ?? { _ in memory }
        self.inspectStore = inspectStore
        self.startGateway = startGateway
        self.zone = zone
        self.additionalCommands = additionalCommands
        self.scrubber = scrubber
    }
}

extension CommandContext {
    /// The context of the running command. Outside of a session there are no streams, no environment and no providers.
    @TaskLocal package static var current = CommandContext(
        version: "", environment: [:], workingDirectory: "/", input: EmptyInput(), output: DiscardingSink(),
        diagnostics: DiscardingSink(), now: { 0 }, loadProviders: { [] }, makeTransport: { _ in UnavailableTransport() }
    )

    /// What identifies this program in requests.
    package var userAgent: String { "openclaw/\(version)" }
}
