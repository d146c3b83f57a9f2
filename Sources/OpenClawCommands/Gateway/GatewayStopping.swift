import Inference
import OpenClawHost

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Stops the gateway of an installation in the way that fits: through its manager, which would start it again, or by asking
/// it, or by a signal to the process that holds the lock.
struct GatewayStopping {
    let context: CommandContext
    let installation: Installation

    init(_ context: CommandContext, _ installation: Installation) {
        self.context = context
        self.installation = installation
    }

    /// False when nothing ran.
    @discardableResult
    func stop(now: Bool = false) throws -> Bool {
        let status = try context.gatewayStatus(installation)
        guard status.state == .running else { return false }
        let files = GatewayFiles(installation.locations)
        if status.service?.isActive == true, let manager = context.serviceManager(context.servicePlan(installation)) {
            if now { _ = try? AdminClient(files).ask(.stop) }
            try manager.stop()
        } else if (try? AdminClient(files).ask(now ? .stop : .drain)) == nil {
            guard let pid = GatewayLock.holding(files)?.pid else { return true }
            _ = kill(pid, SIGTERM)
        }
        guard BackgroundGateway.waitForEnd(files, within: .seconds(35)) else { throw stuck(files) }
        return true
    }

    private func stuck(_ files: GatewayFiles) -> InferenceError {
        let pid = GatewayLock.holding(files)?.pid
        return InferenceError(
            .gatewayStopped, "the gateway did not end in 35 seconds", hint: pid.map { "kill -9 \($0)" })
    }
}
