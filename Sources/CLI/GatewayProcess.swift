import Inference
import Logging
import OpenClawCommands
import OpenClawGateway
import OpenClawHost
import OpenClawStore
import Synchronization
import Transport

/// The gateway of this process with everything that belongs to it: lock, log, books, keys, reloading and administration.
final class GatewayProcess: RunningGateway {
    private let gateway: Gateway
    private let launch: GatewayLaunch
    private let composition: GatewayComposition
    private let flights: AccessLogWriter
    private let lock: GatewayLock
    private let reloader: GatewayReloader
    private let ending = GatewayEnding()
    private let hangup: HangupSignal
    private let administration = Mutex<AdminServer?>(nil)
    private let driving = Mutex<Task<Void, Never>?>(nil)
    private let startedAt: Double
    private let context: CommandContext

    @Sendable static func start(
        _ launch: GatewayLaunch, in context: CommandContext
    ) async throws -> any RunningGateway {
        let process = try await GatewayProcess(launch, context)
        try await process.open()
        return process
    }

    private init(_ launch: GatewayLaunch, _ context: CommandContext) async throws(InferenceError) {
        self.launch = launch
        self.context = context
        startedAt = context.now()
        lock = try GatewayLock(GatewayFiles(launch.installation.locations))
        let composition = try GatewayComposition(launch, context)
        self.composition = composition
        let snapshot = try composition.snapshot(of: launch.installation, launch.settings)
        let flights = AccessLogWriter(composition.log)
        self.flights = flights
        let gateway = try await Gateway.start(
            launch.settings, snapshot: snapshot,
            client: HTTPClientConfiguration(environment: launch.installation.settings.environment.values),
            accessLog: flights,
            holdings: try NativeHoldings(
                SQLiteNativeHoldings(StateDatabase(directory: launch.installation.locations.stateDirectory)),
                now: startedAt))
        self.gateway = gateway
        composition.metrics.watch(gateway) { composition.standing(of: launch.installation) }
        let reload = launch.reload
        let reloader = GatewayReloader(
            current: GatewayReloader.Snapshot(installation: launch.installation, settings: launch.settings),
            load: { () throws(InferenceError) in
                do {
                    let (installation, settings) = try reload()
                    return GatewayReloader.Snapshot(installation: installation, settings: settings)
                } catch {
                    throw (error as? InferenceError) ?? InferenceError(.invalidConfiguration, "\(error)")
                }
            },
            onChange: { (changed) throws(InferenceError) in
                gateway.use(try composition.snapshot(of: changed.installation, changed.settings))
            },
            report: { message, isProblem in composition.log.write(isProblem ? .warning : .notice, message) })
        self.reloader = reloader
        hangup = HangupSignal { try? reloader.reload() }
    }

    private func open() async throws(InferenceError) {
        let files = GatewayFiles(launch.installation.locations)
        let report = report()
        lock.announce(
            GatewayHolder(
                pid: report.pid, version: report.version, program: report.program, host: report.host, port: report.port,
                startedAt: startedAt, configHash: report.configHash))
        let server = try await AdminServer.start(files, on: gateway.eventLoops, self)
        administration.withLock { $0 = server }
        let fleet = composition.fleet
        driving.withLock { $0 = Task { await fleet.run() } }  // reason: jobs are driven whoever comes and goes
        if launch.settings.reload != .off { reloader.start(every: .seconds(1)) }
        composition.log.write(.notice, "listening on \(url)")
    }

    var url: String {
        var settings = launch.settings
        settings.port = gateway.port
        return settings.address
    }

    func waitUntilAsked() async { await ending.wait() }

    func stop() async {
        let drains = ending.drains
        reloader.stop()
        composition.log.write(.notice, "stopping")
        await administration.withLock { $0 }?.close()
        await gateway.stop(within: drains ? launch.settings.limits.drainTimeout : .zero)
        let driving = driving.withLock { $0 }
        driving?.cancel()
        await driving?.value
        composition.metrics.stop()
        composition.books?.settle()
        flights.settle()
        composition.log.flush()
        lock.release()
    }
}

extension GatewayProcess: GatewayAdministration {
    func report() -> GatewayReport {
        let gauges = gateway.waitForGauges()
        let summary = reloader.summary
        return GatewayReport(
            pid: ProcessIdentity.pid, version: context.version, program: context.gateway.program,
            host: launch.settings.bind.localHost, port: gateway.port, isTLS: launch.settings.tls != nil,
            startedAt: startedAt, configHash: reloader.current.installation.configuration.contentHash,
            openStreams: gauges.openRequests, openConnections: gauges.connections, requests: gauges.requests,
            isDraining: gateway.isDraining, reloads: summary.reloads, reloadProblem: summary.problem)
    }

    func openStreams() -> [OpenStream] { gateway.waitForOpenStreams(now: context.now()) }

    func cooldowns() -> [GatewayCooldown] { composition.cooldowns(of: launch.installation) }

    func activity() -> GatewayActivity { gateway.waitForActivity(latest: flights.latest(Self.shown)) }

    /// Of how many ended requests those who watch are told.
    private static let shown = 50

    func flight(_ id: String) -> FlightRecord? { flights.flight(id) }

    func reload() throws(InferenceError) { try reloader.reload() }

    func stop(draining: Bool) { ending.ask(draining: draining) }
}
