/// Answers a call with what a fault asks for, when it replaces the whole answer.
struct FaultRoute: Sendable {
    let service: SimulatedService
    let context: CallContext

    func reply(to faults: [Fault]) throws(ServiceError) -> Reply? {
        for fault in faults {
            guard let behaviour = FaultBehaviour(rawValue: fault.name) else {
                throw ServiceError(fault.name, values(fault))
            }
            if let reply = reply(to: behaviour, fault) { return reply }
        }
        return nil
    }

    private func reply(to behaviour: FaultBehaviour, _ fault: Fault) -> Reply? {
        let error = ServiceError(fault.values["error"] ?? "limit_requests", values(fault))
        switch behaviour {
        case .html502: return service.errorWriter.reply(ServiceError("html_502"), in: context)
        case .empty404: return service.errorWriter.reply(ServiceError("empty_404"), in: context)
        case .error200:
            guard let row = service.world.errors[error.row] else { return nil }
            return .json(service.errorWriter.body(row, error, context), status: 200)
        case .sseFramedError:
            guard let row = service.world.errors[error.row] else { return nil }
            let body = service.errorWriter.body(row, error, context).text
            return .events(.whole(Array("data: \(body)\n\n".utf8)), status: row.status)
        case .nativeErrorFrame:
            guard let row = service.world.errors[error.row] else { return nil }
            let body: JSON = [
                "code": .string(row.nativeCode), "message": .string(row.nativeMessage),
                "request_id": .string(context.requestID),
            ]
            let frame = ErrorWriter.nativeFrame(body.text, status: row.status, number: 1)
            return .events(.whole(frame.bytes), status: row.status)
        default: return nil
        }
    }

    private func values(_ fault: Fault) -> [String: String] {
        var values = fault.values
        let card = context.model.flatMap { service.world.models[$0] }
        if values["max"] == nil, let card {
            values["max"] = String(fault.name == "input_length" ? card.maxInput : card.maxOutput)
        }
        return values
    }
}
