import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a test asks of the simulator itself, below `/__simulator`.
struct AdminRoutes: Sendable {
    static let prefix = "/__simulator"

    let service: SimulatedService

    func reply(to call: HTTPCall) -> Reply {
        switch (call.method, String(call.path.dropFirst(Self.prefix.count))) {
        case ("GET", "/requests"): return listing(service.log.requests)
        case ("GET", "/bill"): return listing(service.bills.billed)
        case ("DELETE", "/requests"):
            service.log.clear()
            return .json(["cleared": true])
        case ("POST", "/reset"):
            service.reset()
            return .json(["reset": true])
        case ("GET", "/faults"):
            return .json(.array(service.faults.waiting.map { .string($0.name) }))
        case ("DELETE", "/faults"):
            service.faults.clear()
            return .json(["cleared": true])
        case ("POST", "/faults"): return addFault(call.body)
        case ("GET", "/errors"):
            return .json(
                .array(service.world.errors.rows.map { ["id": .string($0.id), "status": .integer($0.status)] }))
        default:
            let path = String(call.path.dropFirst(Self.prefix.count))
            return MediaAdminRoutes(service: service).reply(call.method, path, body: call.body)
                ?? .json(
                    [
                        "error":
                            "the simulator knows requests, bill, faults, errors, tasks, charges, uploads, clock and reset"
                    ], status: 404)
        }
    }

    private func listing(_ entries: some Encodable) -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        let bytes = (try? encoder.encode(entries)) ?? Data("[]".utf8)
        return Reply(status: 200, headers: ["content-type": "application/json"], body: .whole(Array(bytes)))
    }

    /// Takes `{"fault": NAME, ...}` or, for an error row, `{"error": NAME, ...}`.
    private func addFault(_ body: [UInt8]) -> Reply {
        do {
            guard let object = try? JSONParser.parse(body).object else {
                throw SimulatorError("expected a JSON object such as {\"error\":\"limit_requests\",\"times\":1}")
            }
            var options: [String: String] = [:]
            for member in object.members { options[member.key] = member.value.string ?? member.value.text }
            guard let name = options.removeValue(forKey: "fault") ?? options.removeValue(forKey: "error") else {
                throw SimulatorError("expected the name of a fault or of an error")
            }
            try service.faults.add(Fault(name: name, options: options))
            return .json(["added": .string(name)])
        } catch {
            return .json(["error": .string("\(error)")], status: 400)
        }
    }
}
