#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a test asks about tasks, uploads, charges and time, below `/__simulator`.
struct MediaAdminRoutes: Sendable {
    let service: SimulatedService

    /// Nothing when the path is not one of these.
    func reply(_ method: String, _ path: String, body: [UInt8]) -> Reply? {
        let fields = (try? JSONParser.parse(body)) ?? nil
        switch (method, path) {
        case ("GET", "/tasks"): return .json(.array(service.tasks.all.map(task)))
        case ("POST", "/tasks/expire"):
            service.tasks.forget(fields["task_id"]?.string)
            return .json(["expired": true])
        case ("GET", "/charges"): return .json(charges)
        case ("GET", "/uploads"): return .json(.array(service.storage.uploads.map(Self.upload)))
        case ("POST", "/clock"):
            service.clock.advance(by: fields["advance"]?.double ?? 0)
            return .json(["now": .string(CivilTime(service.now()).description)])
        default: return nil
        }
    }

    private func task(_ task: TaskRecord) -> JSON {
        [
            "task_id": .string(task.id), "status": .string(task.state(at: service.now()).rawValue),
            "model": .string(task.model), "service": .string(task.service), "endpoint": .string(task.endpoint.id),
            "account": .string(task.account), "request_id": .string(task.requestID),
            "submitted": .string(CivilTime(task.submitted).description),
        ]
    }

    /// A task counts once it has succeeded, also when the service has forgotten it since.
    private var charges: JSON {
        let now = service.now()
        var entries: [JSON] = []
        var total = 0.0
        for entry in service.charges.all {
            if let id = entry.task {
                guard let task = service.tasks.task(id), case .succeeded = task.outcome, task.canceled == nil,
                    task.ended <= now
                else { continue }
            }
            let charge = entry.charge
            total += charge.amount
            entries.append([
                "model": .string(charge.model), "endpoint": .string(charge.endpoint),
                "request_id": .string(charge.requestID), "task_id": .orNull(entry.task),
                "unit": .string(charge.unit.rawValue), "quantity": .number(charge.quantity),
                "price": .number(charge.price), "amount": .number(charge.amount), "currency": "CNY",
                "detail": .string(charge.detail),
            ])
        }
        return [
            "total": .number((total * 1_000_000).rounded() / 1_000_000), "currency": "CNY", "charges": .array(entries),
        ]
    }

    private static func upload(_ file: UploadedFile) -> JSON {
        [
            "url": .string("oss://\(file.key)"), "account": .string(file.account), "model": .string(file.model),
            "size": .integer(file.size), "sha256": .string(file.digest),
        ]
    }
}
