import Inference
import OpenClawHost

/// Starts the gateway of an installation in the way that fits.
struct GatewayStarting {
    let context: CommandContext
    let installation: Installation

    init(_ context: CommandContext, _ installation: Installation) {
        self.context = context
        self.installation = installation
    }

    func start(_ status: GatewayStatus) async throws {
        if let owner = status.portOwner { throw GatewayStatusView.taken(status.port, by: owner) }
        let plan = context.servicePlan(installation)
        if status.service?.isInstalled == true, let manager = context.serviceManager(plan) {
            try manager.start()
            return try await GatewayWaiting(context, installation).untilRunning(hint: "openclaw gateway logs")
        }
        _ = try GatewaySettingsReader(installation.settings).read()
        _ = try BackgroundGateway(plan, environment: context.environment).start()
        if status.service != nil {
            context.note("it ends with the next reboot; 'openclaw gateway install' keeps it running")
        }
    }
}

/// Waits for a gateway that somebody else starts.
struct GatewayWaiting {
    let context: CommandContext
    let installation: Installation

    init(_ context: CommandContext, _ installation: Installation) {
        self.context = context
        self.installation = installation
    }

    func untilRunning(hint: String, within limit: Duration = .seconds(15)) async throws {
        let client = AdminClient(GatewayFiles(installation.locations), timeout: .seconds(1))
        let deadline = ContinuousClock.now + limit
        while true {
            if (try? client.ask(.status)) != nil { return }
            guard ContinuousClock.now < deadline else {
                throw InferenceError(.gatewayStopped, "the gateway was started and does not answer", hint: hint)
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
