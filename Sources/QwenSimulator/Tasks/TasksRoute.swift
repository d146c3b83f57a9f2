#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `GET tasks/{id}`, `GET tasks`, `POST tasks/{id}/cancel`.
struct TasksRoute: Sendable {
    let service: SimulatedService
    let context: CallContext

    private var account: String { context.endpoint.keyRing }

    func get(_ id: String) throws(ServiceError) -> Reply {
        guard service.tasks.mayAsk("get", account: account) else { throw ServiceError("limit_requests") }
        let now = service.now()
        guard let task = service.tasks.task(id), task.account == account, task.state(at: now) != .unknown,
            context.faults[.taskUnknown] == nil
        else {
            return answer(["task_id": .string(id), "task_status": "UNKNOWN"])
        }
        return answer(output(task, at: now), usage: usage(task, at: now))
    }

    func cancel(_ id: String) throws(ServiceError) -> Reply {
        guard service.tasks.mayAsk("cancel", account: account) else { throw ServiceError("limit_requests") }
        guard service.tasks.cancel(id, account: account, at: service.now()) else {
            throw ServiceError("task_cancel_failed")
        }
        return .json(["request_id": .string(context.requestID)])
    }

    private func answer(_ output: JSONObject, usage: JSON? = .none) -> Reply {
        var body: JSONObject = ["request_id": .string(context.requestID), "output": .object(output)]
        body["usage"] = usage
        return .json(.object(body))
    }

    private func usage(_ task: TaskRecord, at now: Date) -> JSON? {
        guard case .succeeded(_, let usage) = task.outcome, task.state(at: now) == .succeeded else { return .none }
        return usage
    }

    private func output(_ task: TaskRecord, at now: Date) -> JSONObject {
        let state = task.state(at: now)
        var output: JSONObject = [
            "task_id": .string(task.id), "task_status": .string(state.rawValue),
            "submit_time": .string(ServiceTime.text(task.submitted)),
        ]
        if state != .pending, state != .canceled {
            output["scheduled_time"] = .string(ServiceTime.text(task.scheduled))
        }
        if state.isFinal { output["end_time"] = .string(ServiceTime.text(task.canceled ?? task.ended)) }
        switch (state, task.outcome) {
        case (.succeeded, .succeeded(let members, _)): output = output.merging(members)
        case (.failed, .failed(let code, let message)):
            output["code"] = .string(code)
            output["message"] = .string(message)
        default: break
        }
        return output
    }
}
