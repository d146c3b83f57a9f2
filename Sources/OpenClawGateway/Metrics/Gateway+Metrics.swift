import Synchronization

extension Gateway {
    /// How the gateway stands.
    package func gauges() async -> GatewayGauges { await measured().gauges }

    /// Everything that was counted, in the text format of Prometheus.
    package func metrics(_ standing: GatewayStanding? = nil) async -> GatewayAnswer {
        let measured = await measured()
        return GatewayAnswer(
            contentType: "text/plain; version=0.0.4; charset=utf-8",
            body: MetricsText(measured.metrics, gauges: measured.gauges, standing: standing).bytes)
    }

    private func measured() async -> (metrics: LoopMetrics, gauges: GatewayGauges) {
        var metrics = LoopMetrics()
        var gauges = GatewayGauges(connections: connections)
        for part in await loops.collect({ ($0.metrics, $0.openRequests, $0.upstreams.idleCount) }) {
            metrics.merge(part.0)
            gauges.openRequests += part.1
            gauges.idleUpstreams += part.2
        }
        gauges.requests = metrics.requests
        return (metrics, gauges)
    }
}
