import Inference
import OpenClawHost

extension TopView {
    /// What `--json` prints.
    static func json(of state: TopState) -> JSONValue {
        .members { object in
            object["time"] = .string(ISODate(state.time).text)
            object["pid"] = .count(state.report.map { Int($0.pid) })
            object["version"] = .text(state.report?.version)
            object["uptimeSeconds"] = .count(state.report.map { max(0, Int(state.time - $0.startedAt)) })
            object["draining"] = .bool(state.report?.isDraining ?? false)
            object["requestsPerSecond"] = number(state.requestRate)
            object["tokensPerSecond"] = number(state.tokenRate)
            object["requests"] = .int(state.activity.requests)
            object["failures"] = .int(state.activity.failures)
            object["abandoned"] = .int(state.activity.abandoned)
            object["inputTokens"] = .int(state.activity.inputTokens)
            object["outputTokens"] = .int(state.activity.outputTokens)
            object["openConnections"] = .count(state.report?.openConnections)
            object["idleUpstreams"] = .int(state.activity.idleUpstreams)
            object["costToday"] = .members { costs in
                for (currency, amount) in state.costs.sorted(by: { $0.key < $1.key }) {
                    costs[currency] = .string("\(amount)")
                }
            }
            object["models"] = .array(state.activity.models.map(row))
            object["keys"] = .array(state.activity.keys.map(row))
            object["open"] = .array(state.streams.map(open))
            object["latest"] = .array(state.activity.latest.map(ended))
            object["cooldowns"] = .array(state.cooldowns.map(rest))
        }
    }

    private static func number(_ rate: Double?) -> JSONValue {
        rate.map { .number(JSONNumber(($0 * 10).rounded() / 10)) } ?? .null
    }

    private static func row(_ row: GatewayActivity.Row) -> JSONValue {
        .members { object in
            object["name"] = .string(row.name)
            if let endpoint = row.endpoint { object["endpoint"] = .string(endpoint) }
            object["requests"] = .int(row.requests)
            object["failures"] = .int(row.failures)
            object["inputTokens"] = .int(row.inputTokens)
            object["outputTokens"] = .int(row.outputTokens)
            guard row.firstBytes > 0 else { return }
            object["meanFirstByteMs"] = .int(Int(row.firstByteSeconds / Double(row.firstBytes) * 1000))
            object["meanMs"] = .int(Int(row.seconds / Double(max(1, row.requests)) * 1000))
        }
    }

    private static func open(_ stream: OpenStream) -> JSONValue {
        .members { object in
            object["request"] = .string(stream.requestID)
            object["key"] = .text(stream.key)
            object["path"] = .string(stream.path)
            object["model"] = .text(stream.model)
            object["endpoint"] = .text(stream.endpoint)
            object["startedAt"] = .string(ISODate(stream.startedAt).text)
            object["bytes"] = .int(stream.bytes)
        }
    }

    private static func ended(_ flight: FlightRecord) -> JSONValue {
        .members { object in
            object["request"] = .string(flight.requestID)
            object["key"] = .text(flight.key)
            object["path"] = .string(flight.path)
            object["model"] = .text(flight.model)
            object["endpoint"] = .text(flight.endpoint)
            object["status"] = .int(flight.status)
            object["outcome"] = .string(flight.outcome)
            object["ms"] = .int(flight.milliseconds)
        }
    }

    private static func rest(_ rest: GatewayCooldown) -> JSONValue {
        .members { object in
            object["credential"] = .string(rest.credential)
            object["provider"] = .string(rest.endpoint)
            object["model"] = .text(rest.model)
            object["reason"] = .string(rest.reason)
            object["until"] = .string(ISODate(rest.until).text)
        }
    }
}
