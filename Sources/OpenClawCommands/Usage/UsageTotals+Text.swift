import Inference
import OpenClawHost

extension UsageTotals {
    /// The cost for people, for example `0.12 USD, 3 included, 1 unknown`.
    var costLine: String {
        var parts = amounts.map { "\(AmountText.short($0.amount)) \($0.currency)" }
        if included > 0 { parts.append("\(included) included") }
        if unknown > 0 { parts.append("\(unknown) unknown") }
        return parts.isEmpty ? "-" : parts.joined(separator: ", ")
    }

    /// The part of the input that came from a cache.
    var cachedPercent: Int { input > 0 ? Int((Double(cacheRead) / Double(input) * 100).rounded()) : 0 }

    /// What caches have saved, for people; `-` when there was nothing to save.
    var savedLine: String {
        let parts = saved.map { "\(AmountText.short($0.amount)) \($0.currency)" }
        return parts.isEmpty ? "-" : parts.joined(separator: ", ")
    }

    /// The hit rate from 0 to 1 with four decimals; empty without input.
    var hitRateText: String {
        guard let hitRate else { return "" }
        return hitRate < 10_000 ? "0." + String(String(hitRate + 10_000).dropFirst()) : "1.0000"
    }

    /// Adds the members of the JSON object.
    func write(to object: inout JSONObject) {
        object["requests"] = .int(requests)
        object["failed"] = .int(failed)
        object["cancelled"] = .int(cancelled)
        object["tokens"] = [
            "input": .int(input), "output": .int(output), "cacheRead": .int(cacheRead), "cacheWrite": .int(cacheWrite),
            "reasoning": .int(reasoning),
        ]
        object["cost"] = .members { costs in
            for (currency, amount) in amounts { costs[currency] = .string("\(amount)") }
        }
        object["cacheHitRate"] = hitRate.map { .number(JSONNumber(Double($0) / 10_000)) } ?? .null
        object["saved"] = .members { savings in
            for (currency, amount) in saved { savings[currency] = .string("\(amount)") }
        }
        object["included"] = .int(included)
        object["unknown"] = .int(unknown)
        object["estimated"] = .int(estimated)
    }
}
