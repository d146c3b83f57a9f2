import OpenClawHost

/// Counters in the text format of Prometheus.
struct MetricsText {
    private var text = ""

    init(_ metrics: LoopMetrics, gauges: GatewayGauges, standing: GatewayStanding? = nil) {
        family("openclaw_open_connections", "gauge", "Connections of clients.")
        line("openclaw_open_connections", [], gauges.connections)
        family("openclaw_open_requests", "gauge", "Requests that are being answered.")
        line("openclaw_open_requests", [], gauges.openRequests)
        family("openclaw_upstream_idle_connections", "gauge", "Connections to services that wait for a request.")
        line("openclaw_upstream_idle_connections", [], gauges.idleUpstreams)
        family(
            "openclaw_abandoned_requests_total", "counter", "Requests whose client left before the answer was complete."
        )
        line("openclaw_abandoned_requests_total", [], metrics.abandoned)
        if let standing { write(standing) }
        family("openclaw_errors_total", "counter", "Failed requests by kind.")
        for (code, count) in metrics.errors.sorted(by: { $0.key < $1.key }) {
            line("openclaw_errors_total", [("code", code)], count)
        }
        write(
            metrics.series.entries.sorted {
                ($0.key.path, $0.key.model, $0.key.endpoint) < ($1.key.path, $1.key.model, $1.key.endpoint)
            })
    }

    var bytes: [UInt8] { Array(text.utf8) }

    private typealias Labels = [(String, String)]

    private mutating func write(_ standing: GatewayStanding) {
        family("openclaw_cost_total", "counter", "What requests cost by the published prices.")
        for (key, amount) in standing.costs {
            let labels = [("model", key.model), ("endpoint", key.endpoint), ("currency", key.currency)]
            line("openclaw_cost_total", labels, amount)
        }
        family("openclaw_resting_credentials", "gauge", "Credentials that rest, by provider and reason.")
        let resting = Dictionary(grouping: standing.cooldowns) { [$0.endpoint, $0.reason] }
        for (labels, cooldowns) in resting.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let credentials = Set(cooldowns.map(\.credential)).count
            line("openclaw_resting_credentials", [("provider", labels[0]), ("reason", labels[1])], credentials)
        }
        family("openclaw_jobs", "gauge", "Jobs that are driven, and those that wait for their turn.")
        line("openclaw_jobs", [("state", "driven")], standing.jobs.driven)
        line("openclaw_jobs", [("state", "queued")], standing.jobs.queued)
    }

    private mutating func write(_ series: [(key: LoopMetrics.Key, value: LoopMetrics.Series)]) {
        family("openclaw_requests_total", "counter", "Requests by path, model, endpoint and status.")
        for (key, value) in series {
            for (status, count) in value.requests.entries.sorted(by: { $0.key < $1.key }) {
                line("openclaw_requests_total", labels(key) + [("status", String(status))], count)
            }
        }
        family("openclaw_tokens_total", "counter", "Tokens that services counted.")
        for (key, value) in series where value.inputTokens + value.outputTokens > 0 {
            line("openclaw_tokens_total", labels(key) + [("direction", "input")], value.inputTokens)
            line("openclaw_tokens_total", labels(key) + [("direction", "output")], value.outputTokens)
        }
        family("openclaw_attempts_total", "counter", "Requests that were sent to services.")
        for (key, value) in series where value.attempts > 0 {
            line("openclaw_attempts_total", labels(key), value.attempts)
        }
        family("openclaw_request_seconds", "histogram", "From the head of a request to the end of its answer.")
        for (key, value) in series { write("openclaw_request_seconds", labels(key), value.duration) }
        family(
            "openclaw_first_byte_seconds", "histogram", "From the head of a request to the first byte of its answer.")
        for (key, value) in series { write("openclaw_first_byte_seconds", labels(key), value.firstByte) }
    }

    private mutating func write(_ name: String, _ labels: Labels, _ histogram: Histogram) {
        var total = 0
        for (bound, count) in zip(Histogram.bounds, histogram.counts) {
            total += count
            line(name + "_bucket", labels + [("le", String(bound))], total)
        }
        line(name + "_bucket", labels + [("le", "+Inf")], histogram.count)
        line(name + "_sum", labels, histogram.sum)
        line(name + "_count", labels, histogram.count)
    }

    private func labels(_ key: LoopMetrics.Key) -> Labels {
        [("path", key.path), ("model", key.model), ("endpoint", key.endpoint)].filter { !$0.1.isEmpty }
    }

    private mutating func family(_ name: String, _ kind: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    private mutating func line(_ name: String, _ labels: Labels, _ value: some CustomStringConvertible) {
        text += name
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",") + "}"
        }
        text += " \(value)\n"
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for character in value {
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case _ where character.isNewline: text += "\\n"
            default: text.append(character)
            }
        }
        return text
    }
}
