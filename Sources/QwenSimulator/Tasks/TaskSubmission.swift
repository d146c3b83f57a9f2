/// Accepts an asynchronous call: a task with its outcome, and what it will cost.
struct TaskSubmission: Sendable {
    let service: SimulatedService
    let context: CallContext
    let card: MediaCard
    /// The path below `services/`.
    let path: String

    /// A number of the task, which also decides what its result looks like.
    let id: String

    init(service: SimulatedService, context: CallContext, card: MediaCard, path: String) {
        self.service = service
        self.context = context
        self.card = card
        self.path = path
        var generator = SeededGenerator(seed: service.world.seed, salt: "task:\(context.requestID)")
        id = generator.identifier()
    }

    func submit(_ outcome: TaskRecord.Outcome, charge: Charge?) -> Reply {
        service.tasks.submit(
            card: card, context: context, service: path, now: service.now(), speed: service.configuration.taskSpeed,
            id: id, outcome: spoiled(outcome))
        if let charge { service.charges.add(charge, task: id) }
        return .json([
            "request_id": .string(context.requestID),
            "output": ["task_id": .string(id), "task_status": "PENDING"],
        ])
    }

    /// Lets the faults that change how a task ends have their way.
    private func spoiled(_ outcome: TaskRecord.Outcome) -> TaskRecord.Outcome {
        if context.faults[.taskStuck] != nil { return .stuck }
        guard let fault = context.faults[.taskFailed] else { return outcome }
        let row = service.world.errors[fault.values["error"] ?? "algo_error"]
        let message = fault.values["value"] ?? row?.nativeMessage ?? ""
        return .failed(code: row?.nativeCode ?? "InternalError", message: message.replacing("{value}", with: "failed"))
    }
}
