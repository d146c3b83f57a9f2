package import OpenClawHost

/// What the gateway goes by until its configuration changes. A request keeps the snapshot that it began with.
package final class GatewaySnapshot: Sendable {
    package let desk: ChatDesk
    let door: FrontDoor

    /// - Parameter access: `nil` when nothing has to be presented.
    package init(
        desk: ChatDesk, routes: [Route], access: (any AccessControl)?, hosts: HostRule = HostRule(),
        limits: GatewayLimits = GatewayLimits()
    ) {
        self.desk = desk
        door = FrontDoor(routes: RouteTable(routes), access: access, hosts: hosts, limits: ServingLimits(limits))
    }

    var limits: ServingLimits { door.limits }
}
