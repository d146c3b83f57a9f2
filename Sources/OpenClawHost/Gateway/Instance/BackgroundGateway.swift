package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A gateway without a service manager: a process of its own that outlives the terminal, found again by its lock.
package struct BackgroundGateway: Sendable {
    private let plan: ServicePlan
    private let environment: [String: String]

    /// - Parameter environment: the environment of this shell, which the process inherits as programs do.
    package init(_ plan: ServicePlan, environment: [String: String]) {
        self.plan = plan
        self.environment = environment
    }

    /// Starts it and waits until it serves.
    ///
    /// - Throws: `.gatewayStopped` with its last words when it ends before; the exit status is in `status`.
    package func start(within limit: Duration = .seconds(15)) throws(InferenceError) -> GatewayReport {
        let files = plan.files
        do throws(FileError) {
            try PrivateDirectory.create(files.logDirectory)
            // What an earlier one said would be taken for the words of this one.
            try AtomicFile(files.standardError).replace(with: [])
        } catch {
            throw error.inferenceError
        }
        let launch = ProgramLaunch(path: plan.program, arguments: plan.arguments, environment: environment)
        guard let child = launch.detach(printingTo: files.standardError) else {
            throw InferenceError(.gatewayStopped, "\(plan.program) cannot be started", hint: "openclaw gateway run")
        }
        let client = AdminClient(files, timeout: .seconds(1))
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            if let report = try? client.ask(.status).status, report.pid == child { return report }
            var status: Int32 = 0
            if waitpid(child, &status, WNOHANG) == child { throw ended(status) }
            _ = poll(nil, 0, 20)
        }
        throw InferenceError(
            .gatewayStopped, "the gateway was started (pid \(child)) and does not answer yet",
            hint: "openclaw gateway status")
    }

    /// Waits until nobody holds the lock.
    package static func waitForEnd(_ files: GatewayFiles, within limit: Duration) -> Bool {
        let deadline = ContinuousClock.now + limit
        while GatewayLock.holding(files) != nil {
            guard ContinuousClock.now < deadline else { return false }
            _ = poll(nil, 0, 20)
        }
        return true
    }

    private func ended(_ status: Int32) -> InferenceError {
        let text = ((try? FileContents.read(plan.files.standardError)) ?? nil) ?? []
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
        let message = lines.first { $0.hasPrefix("error: ") }.map { String($0.dropFirst("error: ".count)) }
        let hint = lines.first { $0.hasPrefix("hint: ") }.map { String($0.dropFirst("hint: ".count)) }
        let code: InferenceError.Code =
            status & 0x7F == 0 && (status >> 8) & 0xFF == 78 ? .gatewayConfiguration : .gatewayStopped
        return InferenceError(
            code, message ?? "the gateway ended at once", hint: hint ?? "openclaw gateway run")
    }
}
