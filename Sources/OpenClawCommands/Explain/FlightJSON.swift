import Inference
import OpenClawHost

/// The story of a request as JSON.
struct FlightJSON {
    private let story: FlightStory
    private let clean: (String) -> String

    init(_ story: FlightStory, clean: @escaping (String) -> String) {
        self.story = story
        self.clean = clean
    }

    var value: JSONValue {
        .members { object in
            object["request"] = .string(story.requestID)
            object["gateway"] = story.flight.map(json) ?? .null
            object["calls"] = .array(story.calls.map(json))
        }
    }

    private func json(_ flight: FlightRecord) -> JSONValue {
        .members { object in
            object["startedAt"] = .string(ISODate(Double(flight.started) / 1000).text)
            object["traceparent"] = .text(flight.traceparent.map(clean))
            object["span"] = .text(flight.span)
            object["method"] = .string(flight.method)
            object["path"] = .string(clean(flight.path))
            object["key"] = .text(flight.key.map(clean))
            object["requested"] = .text(flight.requested.map(clean))
            object["stream"] = flight.isStreamed.map { .bool($0) } ?? .null
            object["model"] = .text(flight.model.map(clean))
            object["endpoint"] = .text(flight.endpoint)
            object["upstreamID"] = .text(flight.upstreamID.map(clean))
            object["attempts"] = .count(flight.attempts)
            object["tries"] = .array((flight.tries ?? []).map(json))
            object["adjustments"] = .strings((flight.adjustments ?? []).map(clean))
            object["deadlines"] = deadlines(flight.deadlines)
            object["status"] = .int(flight.status)
            object["outcome"] = .string(clean(flight.outcome))
            object["error"] = .text(flight.error.map(clean))
            object["clientLeft"] = .bool(flight.isAbandoned ?? false)
            object["firstByteMs"] = .count(flight.firstByte)
            object["totalMs"] = .int(flight.milliseconds)
            object["bytesIn"] = .count(flight.bytesIn)
            object["bytesOut"] = .count(flight.bytesOut)
            object["inputTokens"] = .count(flight.inputTokens)
            object["outputTokens"] = .count(flight.outputTokens)
        }
    }

    private func deadlines(_ limits: [Int?]?) -> JSONValue {
        guard let limits, limits.count == 4 else { return .null }
        return .members { object in
            for (name, limit) in zip(["connectMs", "firstByteMs", "idleMs", "totalMs"], limits) {
                object[name] = .count(limit)
            }
        }
    }

    private func json(_ attempt: FlightAttempt) -> JSONValue {
        .members { object in
            object["model"] = .string(clean(attempt.model))
            object["endpoint"] = .text(attempt.endpoint)
            object["credential"] = .text(attempt.credential.map(clean))
            object["outcome"] = .string(attempt.code ?? "ok")
            object["status"] = .count(attempt.status)
            object["message"] = .text(attempt.message.map(clean))
            object["upstreamID"] = .text(attempt.upstreamID.map(clean))
        }
    }

    private func json(_ call: UsageRecord) -> JSONValue {
        .members { object in
            object["startedAt"] = .string(ISODate(call.time).text)
            object["model"] = .string("\(call.provider)/\(call.model)")
            object["servedModel"] = .text(call.servedModel.map { clean($0.rawValue) })
            object["endpoint"] = .string(call.endpoint.rawValue)
            object["plan"] = .string(call.plan.rawValue)
            object["credential"] = .string(call.credential)
            object["upstreamID"] = .text(call.requestID.map(clean))
            object["outcome"] = .string(call.outcome.name)
            object["firstTokenMs"] = .count(call.firstToken)
            object["totalMs"] = .int(call.total)
            object["inputTokens"] = .count(call.usage?.input)
            object["outputTokens"] = .count(call.usage?.output)
            object["cachedTokens"] = .count(call.usage?.cacheRead)
            object["estimated"] = .bool(call.isEstimated)
            object["cost"] = cost(call.cost)
        }
    }

    private func cost(_ cost: UsageCost) -> JSONValue {
        switch cost {
        case .amount(let amount, let currency): ["amount": .string("\(amount)"), "currency": .string(currency)]
        case .included: ["included": true]
        case .nothing: ["nothing": true]
        case .unknown: .null
        }
    }
}
