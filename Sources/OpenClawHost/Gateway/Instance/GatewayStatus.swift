/// What can be said of the gateway of an installation from outside.
package struct GatewayStatus: Hashable, Sendable {
    package enum State: String, Hashable, Sendable {
        /// No service is set up, and nothing runs.
        case notInstalled = "not-installed"
        /// A service is set up, and nothing runs.
        case stopped
        case running
        /// Nothing of ours runs, and another program has the port.
        case portTaken = "port-taken"
    }

    package var state: State
    package var port: Int
    package var service: ServiceState?
    /// The process that holds the lock of the state directory.
    package var holding: GatewayLock.Holding?
    /// What it says of itself; `nil` when it does not answer.
    package var report: GatewayReport?
    package var portOwner: PortOwner?
    /// The contents of the configuration as it stands now.
    package var configHash: String

    package var pid: Int32? { report?.pid ?? holding?.pid ?? holding?.holder?.pid }

    /// Whether it runs with another configuration than the one that stands in the files.
    package var isOutdated: Bool { report.map { $0.configHash != configHash } ?? false }

    /// Looks at lock, socket, service and port.
    ///
    /// - Parameter service: the service, when there is a manager.
    package static func inspect(
        _ files: GatewayFiles, port: Int, configHash: String, service: ServiceState?
    ) -> GatewayStatus {
        var status = GatewayStatus(
            state: .stopped, port: port, service: service, holding: GatewayLock.holding(files), report: nil,
            portOwner: nil, configHash: configHash)
        if let holding = status.holding {
            status.state = .running
            status.report = try? AdminClient(files, timeout: .seconds(2)).ask(.status).status
            status.port = status.report?.port ?? holding.holder?.port ?? port
            return status
        }
        status.portOwner = PortOwner.of(port)
        let idle = service?.isInstalled == true ? State.stopped : .notInstalled
        status.state = status.portOwner == nil ? idle : .portTaken
        return status
    }
}
