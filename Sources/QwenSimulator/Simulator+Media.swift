extension Simulator {
    /// Every asynchronous task since the start or the last ``reset()``, in the order of submission.
    public func tasks() -> [SimulatedTask] {
        let now = service.now()
        return service.tasks.all.map { task in
            SimulatedTask(
                id: task.id, model: task.model, state: task.state(at: now).rawValue, endpoint: task.endpoint.id,
                requestID: task.requestID)
        }
    }

    /// Every temporary upload, oldest first.
    public func uploads() -> [SimulatedUpload] {
        service.storage.uploads.map { file in
            SimulatedUpload(
                url: "oss://\(file.key)", model: file.model, account: file.account, size: file.size,
                digest: file.digest)
        }
    }

    /// Puts the clock of the service forward: tasks go on, results and uploads expire.
    public func advanceClock(by duration: Duration) { service.clock.advance(by: duration / .seconds(1)) }

    /// Makes the service forget a task, or all of them, as it does after a day.
    public func forgetTask(_ id: String? = nil) { service.tasks.forget(id) }
}
