import NIOCore
package import OpenClawHost
import Synchronization

// For those who may wait: never call these on an event loop.
extension Gateway {
    /// How the gateway stands.
    package func waitForGauges() -> GatewayGauges {
        var gauges = GatewayGauges(connections: connections)
        for part in loops.wait({ ($0.openRequests, $0.upstreams.idleCount, $0.metrics.requests) }) {
            gauges.openRequests += part.0
            gauges.idleUpstreams += part.1
            gauges.requests += part.2
        }
        return gauges
    }

    /// What was done since the start.
    ///
    /// - Parameter latest: the requests that ended last, the newest first.
    package func waitForActivity(latest: [FlightRecord]) -> GatewayActivity {
        var metrics = LoopMetrics()
        var idle = 0
        for part in loops.wait({ ($0.metrics, $0.upstreams.idleCount) }) {
            metrics.merge(part.0)
            idle += part.1
        }
        return GatewayActivity(metrics, idleUpstreams: idle, latest: latest)
    }

    /// The requests that are being answered.
    ///
    /// - Parameter now: seconds since 1970.
    package func waitForOpenStreams(now: Double) -> [OpenStream] {
        loops.wait { $0.openStreams(now: now) }.flatMap(\.self)
    }
}

extension GatewayLoop {
    fileprivate func openStreams(now: Double) -> [OpenStream] {
        let clock = GatewayClock.now
        return pulse.members.compactMap { member in
            guard let connection = member as? ServerConnection, connection.writing.isCounted else { return nil }
            let writing = connection.writing
            return OpenStream(
                requestID: writing.id, key: writing.client, path: writing.path ?? "",
                model: writing.chat?.model ?? writing.requested,
                endpoint: writing.chat?.endpoint, startedAt: now - Double(clock - writing.start) / 1e9,
                bytes: writing.bytes)
        }
    }
}
