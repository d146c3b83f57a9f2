import Dispatch
package import Inference
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs a program that implements a tool: no shell, arguments on standard input, a bounded time and a bounded answer.
package struct ToolProgram: Sendable {
    /// The absolute path of an executable.
    package var path: String
    /// The environment of the program.
    package var environment: [String: String]
    package var timeLimit: Duration
    package var outputLimit: Int

    package init(
        path: String, environment: [String: String], timeLimit: Duration = .seconds(60), outputLimit: Int = 1 << 20
    ) {
        self.path = path
        self.environment = environment
        self.timeLimit = timeLimit
        self.outputLimit = outputLimit
    }

    /// What the program printed, and how it ended.
    package struct Outcome: Hashable, Sendable {
        package var output: String
        /// `nil` when it was killed.
        package var exitCode: Int32?
        package var timedOut: Bool
    }

    /// Runs the program. Cancelling the task kills it.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when it cannot be started.
    package func run(arguments: String) async throws(InferenceError) -> Outcome {
        let child = try ChildProcess(path: path, environment: environment)
        let deadline = ContinuousClock.now + timeLimit
        let limit = outputLimit
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // Waiting for a program blocks, which must not happen on the threads that drive the stream.
                DispatchQueue.global().async {
                    continuation.resume(returning: child.exchange(Array(arguments.utf8), until: deadline, limit: limit))
                }
            }
        } onCancel: {
            child.kill()
        }
    }
}
