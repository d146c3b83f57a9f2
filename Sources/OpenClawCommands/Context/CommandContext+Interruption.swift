extension CommandContext {
    /// Runs work until it is done or the user interrupts; interrupted work is cancelled and may say what it has so far.
    package func untilInterrupted(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let interruption = interruption
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await work()
                return true
            }
            group.addTask {
                try await interruption()
                return false
            }
            defer { group.cancelAll() }
            let isDone = try await group.next() ?? true
            guard !isDone else { return }
            group.cancelAll()
            _ = try await group.next()
        }
    }
}
