import Inference
import OpenClawHost

extension CommandContext {
    /// The virtual keys of an installation.
    ///
    /// - Throws: `.unsupported` in a build without a store.
    func keys(of installation: Installation) throws(InferenceError) -> any VirtualKeyStore {
        guard let keys = gateway.makeKeys(installation.locations.stateDirectory) else {
            throw InferenceError(.unsupported, "this build keeps no virtual keys")
        }
        return keys
    }

    /// What a service manager would be told.
    func servicePlan(_ installation: Installation, port: Int? = nil) -> ServicePlan {
        ServicePlan(
            program: gateway.program, locations: installation.locations, process: environment, port: port)
    }

    /// The service manager of this system, `nil` where there is none for this user.
    func serviceManager(_ plan: ServicePlan) -> (any ServiceManager)? {
        #if os(Linux)
            let manager: any ServiceManager = SystemdManager(plan, run: gateway.run)
        #else
            let manager: any ServiceManager = LaunchdManager(plan, run: gateway.run)
        #endif
        return manager.isAvailable ? manager : nil
    }

    /// How the gateway of an installation stands.
    func gatewayStatus(_ installation: Installation) throws(InferenceError) -> GatewayStatus {
        let port = try GatewaySettingsReader(installation.settings).port()
        return GatewayStatus.inspect(
            GatewayFiles(installation.locations), port: port, configHash: installation.configuration.contentHash,
            service: serviceManager(servicePlan(installation))?.state())
    }
}
