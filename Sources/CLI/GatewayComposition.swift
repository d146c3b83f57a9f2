import Inference
import Logging
import OpenClawCommands
import OpenClawGateway
import OpenClawHost
import OpenClawStore

/// Makes what a gateway goes by out of an installation, as often as it changes.
final class GatewayComposition: Sendable {
    let books: UsageRecorder?
    let log: GatewayLog
    let metrics = MetricsRoute()
    /// The jobs that this process drives.
    let fleet: JobFleet
    private let costs: CostTotals
    private let incoming: IncomingFolder
    private let context: CommandContext
    private let keys: KeyServices
    private let ring: KeyRing

    init(_ launch: GatewayLaunch, _ context: CommandContext) throws(InferenceError) {
        var context = context
        // Requests of others wait on the loop that notes a failure.
        context.makeFailoverStore = {
            SQLiteFailoverStore(directory: $0, patience: .milliseconds(20), leniency: .seconds(2), start: TurnEnd.start)
        }
        context.makeLedger = { SQLiteUsageLedger(StateDatabase(directory: $0), start: TurnEnd.start) }
        self.context = context
        let installation = launch.installation
        let files = GatewayFiles(installation.locations)
        let log = GatewayLog(
            path: files.log, level: Logger.Level(rawValue: launch.settings.logLevel) ?? .info,
            scrubber: context.scrubber, now: context.now)
        self.log = log
        let directory = installation.locations.stateDirectory
        let spending = context.makeLedger(directory).map { KeySpending(ledger: $0, zone: context.zone) }
        let costs = CostTotals()
        self.costs = costs
        books = spending.map { spending in
            UsageRecorder(
                ledger: costs.counting(spending.countingLedger),
                settings: UsageSettings(configuration: installation.configuration.json),
                zone: context.zone, now: context.now, warn: { log.write(.warning, $0) })
        }
        incoming = IncomingFolder(directory: FilePathText.join(directory, "media/incoming"))
        fleet = JobFleet(
            try context.jobRunner(of: installation, books: books), folder: incoming,
            report: { log.write(.warning, $0) })
        keys = KeyServices(
            spending: spending, resolve: installation.modelNames, now: context.now,
            report: { log.write(.error, $0) })
        ring = KeyRing(
            owner: launch.settings.auth.token, store: SQLiteVirtualKeys(StateDatabase(directory: directory)),
            services: keys)
    }

    func snapshot(
        of installation: Installation, _ settings: GatewaySettings
    ) throws(InferenceError) -> GatewaySnapshot {
        let scrubber = context.scrubber
        let desk = ChatDesk(
            installation, failover: installation.failover(context), usage: books, userAgent: context.userAgent,
            deadlines: Deadlines(), logger: log.logger("chat"), learn: { scrubber.learn($0) })
        let media = try mediaRoutes(of: installation)
        keys.replaceResolver(installation.modelNames)
        ring.replaceOwner(settings.auth.token)
        let isReady = !installation.secrets.isEmpty
        let routes =
            HealthRoutes.all { isReady }
            + (OpenAIRoutes.all(selector: installation.selector, created: Int(context.now())) + media
            + Route.translated)
            .withAliases()
            + [metrics.route]
        return GatewaySnapshot(
            desk: desk, routes: routes.served(by: settings),
            access: settings.auth == .none ? nil : ring,
            hosts: HostRule(
                names: settings.allowedHosts, origins: settings.allowedOrigins,
                takesAddresses: !settings.bind.isLocal),
            limits: settings.limits, propagatesTraces: settings.propagatesTraces)
    }

    private func mediaRoutes(of installation: Installation) throws(InferenceError) -> [Route] {
        fleet.use(try context.jobRunner(of: installation, books: books))
        let settings = installation.accounts.settings
        let selector = GenerationSelector(
            registry: installation.registry, selector: installation.selector, settings: settings)
        let routes = context.generationRoutes(of: installation)
        let desk = MediaDesk(selector: selector, routes: routes, fleet: fleet, settings: settings)
        let media = MediaRoutes(desk: desk, folder: incoming, now: context.now)
        let audio = AudioRoutes(
            speech: SpeechDesk(
                selector: installation.selector, routes: routes,
                voices: KnownVoices(stateDirectory: installation.locations.stateDirectory)),
            speaker: context.speechRunner(of: installation, books: books),
            transcription: TranscriptionDesk(selector: installation.selector, routes: routes), media: media)
        return media.all + audio.all
    }

    /// What is measured outside of the gateway's event loops.
    func standing(of installation: Installation) -> GatewayStanding {
        GatewayStanding(costs: costs, cooldowns: cooldowns(of: installation), jobs: fleet.counts)
    }

    /// The credentials that rest now.
    func cooldowns(of installation: Installation) -> [GatewayCooldown] {
        let store = context.makeFailoverStore(installation.locations.stateDirectory)
        return installation.registry.entries.flatMap { entry in
            ((try? store.records(of: entry.id)) ?? [:]).flatMap { key, record in
                cooldowns(key, record, of: entry.id)
            }
        }
    }

    private func cooldowns(_ key: HealthKey, _ record: HealthRecord, of provider: ProviderID) -> [GatewayCooldown] {
        let now = context.now()
        var found: [GatewayCooldown] = []
        let add = { (model: String?, rest: CredentialRest) in
            guard rest.isActive(at: now) else { return }
            found.append(
                GatewayCooldown(
                    credential: key.owner, endpoint: provider.rawValue, model: model, reason: rest.reason.rawValue,
                    until: rest.until))
        }
        if let rest = record.all { add(nil, rest) }
        for (model, rest) in record.models.sorted(by: { $0.key < $1.key }) { add(model, rest) }
        return found
    }
}
