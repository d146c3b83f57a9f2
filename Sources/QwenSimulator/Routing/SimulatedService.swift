import NIOCore
import NIOHTTP1
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The service behind all ports: finds the endpoint, lets faults act, checks the key and routes.
final class SimulatedService: Sendable {
    let configuration: SimulatorConfiguration
    let world: SimulatedWorld
    let log = RequestLog()
    let bills = BillBook()
    let faults: FaultBook
    let cache = PromptCache()
    let responses = ResponseBook()
    let clock = ServiceClock()
    let tasks = TaskBook()
    let charges = ChargeBook()
    let storage: ObjectStore
    let files = FileBook()
    let batches = BatchBook()
    let voices = VoiceBook()
    let backend: ChatBackend?
    private let served = Atomic<Int>(0)

    var errorWriter: ErrorWriter { ErrorWriter(errors: world.errors) }

    init(configuration: SimulatorConfiguration, group: any EventLoopGroup) throws {
        self.configuration = configuration
        world = try SimulatedWorld(seed: configuration.seed)
        storage = ObjectStore(seed: configuration.seed)
        faults = FaultBook(errors: world.errors)
        backend = try configuration.chatBackend.map { try ChatBackend(url: $0, group: group) }
        for fault in configuration.faults { try faults.add(fault) }
    }

    func now() -> Date { clock.now }

    func reset() {
        log.clear()
        bills.clear()
        faults.clear()
        cache.clear()
        responses.clear()
        clock.reset()
        tasks.clear()
        charges.clear()
        storage.clear()
        files.clear()
        batches.clear()
        voices.clear()
    }

    func reply(to call: HTTPCall) async -> Reply {
        if call.path.hasPrefix(AdminRoutes.prefix) { return AdminRoutes(service: self).reply(to: call) }
        if StorageAddress.isStorage(call) { return storageReply(to: call) }
        let target = world.endpoints.resolve(host: call.host, path: call.path)
        let body = (try? JSONParser.parse(call.body)) ?? nil
        var taken = faults.take(
            path: target.path, endpoint: target.endpoint.id, model: body["model"]?.string,
            scope: FaultScope(call))
        if let header = call.headers.first(name: "x-simulator-fault") {
            do {
                taken += try faults.parse(header: header)
            } catch {
                return .text(error.message, type: "text/plain", status: 400)
            }
        }
        let context = context(call, target, model: body["model"]?.string, faults: taken)
        var reply: Reply
        do {
            if let broken = try FaultRoute(service: self, context: context).reply(to: taken) {
                reply = broken
            } else {
                reply = try await Router(service: self, context: context, body: body).reply()
            }
        } catch {
            reply = errorWriter.reply(error, in: context)
        }
        reply.interrupt(with: context.faults)
        if context.faults[.lostAnswer] != nil { reply.body = .lost }
        reply.headers.replaceOrAdd(name: "x-request-id", value: context.requestID)
        let shown = now().addingTimeInterval(configuration.clockSkew / .seconds(1))
        reply.headers.replaceOrAdd(name: "date", value: CivilTime(shown).httpDate)
        reply.delay = configuration.latency + (context.faults[.latency]?.duration("ms") ?? .zero)
        return reply
    }

    private func storageReply(to call: HTTPCall) -> Reply {
        let taken = faults.take(path: call.path, endpoint: "storage", model: nil, scope: .storage)
        for fault in taken where FaultBehaviour(rawValue: fault.name) == nil {
            let row = world.errors[fault.name]
            return StorageRoute.failure(
                row?.status ?? 500, row?.nativeCode ?? "InternalError", row?.nativeMessage ?? "")
        }
        let behaviours = Self.behaviours(taken)
        var reply = StorageRoute(service: self, faults: behaviours).reply(to: call)
        let isCutUpload = call.method == "POST" && (behaviours[.cutStream] ?? behaviours[.reset]) != nil
        if behaviours[.lostAnswer] != nil || isCutUpload { reply.body = .lost }
        reply.headers.replaceOrAdd(name: "x-oss-request-id", value: "68DE0000000000000000")
        reply.delay = configuration.latency + (behaviours[.latency]?.duration("ms") ?? .zero)
        return reply
    }

    private static func behaviours(_ faults: [Fault]) -> [FaultBehaviour: Fault] {
        var behaviours: [FaultBehaviour: Fault] = [:]
        for fault in faults {
            if let behaviour = FaultBehaviour(rawValue: fault.name) { behaviours[behaviour] = fault }
        }
        return behaviours
    }

    private func context(
        _ call: HTTPCall, _ target: (endpoint: EndpointCard, path: String), model: String?, faults: [Fault]
    ) -> CallContext {
        let number = served.add(1, ordering: .relaxed).newValue
        var generator = SeededGenerator(seed: world.seed, salt: "request:\(number)")
        return CallContext(
            call: call, endpoint: target.endpoint, path: target.path,
            dialect: Self.dialect(target.path, target.endpoint), requestID: generator.identifier(),
            faults: Self.behaviours(faults), model: model, created: Int(now().timeIntervalSince1970))
    }

    private static func dialect(_ path: String, _ endpoint: EndpointCard) -> Dialect {
        if path.hasPrefix("/api/") { return .native }
        return path.hasPrefix(endpoint.anthropic) ? .anthropic : .compatible
    }
}
