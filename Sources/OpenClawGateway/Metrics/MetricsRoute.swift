import Synchronization

/// `/metrics`. The route is in the table before the gateway is there.
package final class MetricsRoute: Sendable {
    private let gateway = Mutex<Gateway?>(nil)
    private let standing = Mutex<(@Sendable () -> GatewayStanding)?>(nil)

    package init() {}

    /// From now on the route answers for this gateway.
    ///
    /// - Parameter standing: what is measured elsewhere.
    package func watch(_ gateway: Gateway, standing: @escaping @Sendable () -> GatewayStanding) {
        self.gateway.withLock { $0 = gateway }
        self.standing.withLock { $0 = standing }
    }

    /// Lets the gateway go, which holds the route.
    package func stop() {
        gateway.withLock { $0 = nil }
        standing.withLock { $0 = nil }
    }

    package var route: Route {
        Route(
            .get, "/metrics",
            action: .work { [weak self] call in
                guard let gateway = self?.gateway.withLock({ $0 }) else {
                    return GatewayAnswer(.draining, in: .openAI, callID: call.id)
                }
                return await gateway.metrics(self?.standing.withLock { $0 }?())
            })
    }
}
