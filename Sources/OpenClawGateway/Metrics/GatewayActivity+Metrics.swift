import OpenClawHost

extension GatewayActivity {
    /// - Parameter latest: the requests that ended last, the newest first.
    init(_ metrics: LoopMetrics, idleUpstreams: Int, latest: [FlightRecord]) {
        self.init()
        requests = metrics.requests
        abandoned = metrics.abandoned
        self.idleUpstreams = idleUpstreams
        self.latest = latest
        var rows: [String: Row] = [:]
        for (key, series) in metrics.series.entries {
            let before = (failures, inputTokens, outputTokens)
            failures += series.failures
            inputTokens += series.inputTokens
            outputTokens += series.outputTokens
            guard !key.model.isEmpty else { continue }
            var row = rows[key.model + "\n" + key.endpoint] ?? Row(key.model, endpoint: key.endpoint)
            row.requests += series.duration.count
            row.failures += failures - before.0
            row.inputTokens += inputTokens - before.1
            row.outputTokens += outputTokens - before.2
            row.seconds += series.duration.sum
            row.firstByteSeconds += series.firstByte.sum
            row.firstBytes += series.firstByte.count
            rows[key.model + "\n" + key.endpoint] = row
        }
        models = Self.sorted(rows.values)
        keys = Self.sorted(
            metrics.clients.entries.map { name, client in
                var row = Row(name)
                (row.requests, row.failures) = (client.requests, client.failures)
                (row.inputTokens, row.outputTokens) = (client.inputTokens, client.outputTokens)
                return row
            })
    }

    private static func sorted(_ rows: some Sequence<Row>) -> [Row] {
        rows.sorted { ($1.requests, $0.name, $0.endpoint ?? "") < ($0.requests, $1.name, $1.endpoint ?? "") }
    }
}

extension LoopMetrics.Series {
    fileprivate var failures: Int { requests.entries.reduce(0) { $0 + ($1.key >= 400 ? $1.value : 0) } }
}
