package import OpenClawHost

/// What the gateway goes by until its configuration changes. A request keeps the snapshot that it began with.
package final class GatewaySnapshot: Sendable {
    package let desk: ChatDesk
    let door: FrontDoor
    let propagatesTraces: Bool

    /// - Parameters:
    ///   - access: `nil` when nothing has to be presented.
    ///   - propagatesTraces: whether services are told the trace of a client that sends one.
    package init(
        desk: ChatDesk, routes: [Route], access: (any AccessControl)?, hosts: HostRule = HostRule(),
        limits: GatewayLimits = GatewayLimits(), propagatesTraces: Bool = true
    ) {
        self.desk = desk
        self.propagatesTraces = propagatesTraces
        door = FrontDoor(routes: RouteTable(routes), access: access, hosts: hosts, limits: ServingLimits(limits))
    }

    var limits: ServingLimits { door.limits }
}
