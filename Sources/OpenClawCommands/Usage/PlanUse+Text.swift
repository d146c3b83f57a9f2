import Inference
import OpenClawHost

extension PlanUse {
    /// A headline and a line per window.
    func lines(in zone: LocalZone) -> [String] {
        ["\(endpoint.label), key \(credential)"] + windows.map { "  " + $0.line(in: zone) }
    }

    var json: JSONValue {
        .members { object in
            object["plan"] = .string(plan.id.rawValue)
            object["label"] = .string(plan.label)
            object["endpoint"] = .string(endpoint.id.rawValue)
            object["key"] = .string(credential)
            object["basis"] = "local"
            object["windows"] = .members { list in
                for window in windows { list[window.window.id] = window.json }
            }
        }
    }
}

extension WindowUse {
    /// For example `week: 120 of 45000 requests (0 %), resets 2026-11-30 00:00, at this pace 800`.
    func line(in zone: LocalZone) -> String {
        let isRolling = if case .rolling = window.span { true } else { false }
        var parts = ["\(window.label): \(amount)"]
        if let resetAt {
            parts.append("\(isRolling ? "first request leaves it" : "resets") \(zone.dayAndClock(at: resetAt))")
        }
        if let exhaustedAt {
            parts.append("used up by \(zone.dayAndClock(at: exhaustedAt)) at this pace")
        } else if let forecast {
            parts.append("\(forecast) at this pace")
        }
        return parts.joined(separator: ", ")
    }

    private var amount: String {
        switch (used, limit) {
        case (let used?, let limit?): "\(used) of \(limit) \(window.unit.rawValue) (\(used * 100 / max(limit, 1)) %)"
        case (let used?, nil): "\(used) \(window.unit.rawValue)"
        case (nil, let limit?): "\(limit) \(window.unit.rawValue), which only the provider counts"
        case (nil, nil): "\(window.unit.rawValue), which only the provider counts"
        }
    }

    var json: JSONValue {
        .members { object in
            object["label"] = .string(window.label)
            object["unit"] = .string(window.unit.rawValue)
            object["used"] = .count(used)
            object["limit"] = .count(limit)
            object["startedAt"] = .moment(start)
            object["resetAt"] = .moment(resetAt)
            object["forecast"] = .count(forecast)
            object["exhaustedAt"] = .moment(exhaustedAt)
        }
    }
}

extension LocalZone {
    func dayAndClock(at time: Double) -> String { "\(day(at: time).text) \(clock(at: time))" }
}
