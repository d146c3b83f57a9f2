package import OpenClawHost

/// Starts a gateway and returns when it listens.
package typealias GatewayStarter =
    @Sendable (GatewayLaunch, CommandContext) async throws -> any RunningGateway

/// Reads an installation and how its gateway runs.
package typealias GatewayLoader = @Sendable () throws -> (Installation, GatewaySettings)

/// What a gateway is started with.
package struct GatewayLaunch: Sendable {
    package var installation: Installation
    package var settings: GatewaySettings
    /// Reads both anew, after a file has changed.
    package var reload: GatewayLoader

    package init(
        installation: Installation, settings: GatewaySettings,
        reload: @escaping GatewayLoader
    ) {
        self.installation = installation
        self.settings = settings
        self.reload = reload
    }
}

/// A gateway that listens.
package protocol RunningGateway: Sendable {
    /// The base URL for clients of this machine.
    var url: String { get }

    /// Returns when its owner has asked it to stop, or when the waiting task is cancelled.
    func waitUntilAsked() async

    /// Lets the open requests end and stops.
    func stop() async
}
