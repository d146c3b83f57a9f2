import Synchronization

/// `/metrics`. The route is in the table before the gateway is there.
package final class MetricsRoute: Sendable {
    private let gateway = Mutex<Gateway?>(nil)

    package init() {}

    /// From now on the route answers for this gateway.
    package func watch(_ gateway: Gateway) { self.gateway.withLock { $0 = gateway } }

    /// Lets the gateway go, which holds the route.
    package func stop() { gateway.withLock { $0 = nil } }

    package var route: Route {
        Route(
            .get, "/metrics",
            action: .work { [weak self] call in
                guard let gateway = self?.gateway.withLock({ $0 }) else {
                    return GatewayAnswer(.draining, in: .openAI, callID: call.id)
                }
                return await gateway.metrics()
            })
    }
}
