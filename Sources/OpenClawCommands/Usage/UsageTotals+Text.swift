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
        object["included"] = .int(included)
        object["unknown"] = .int(unknown)
        object["estimated"] = .int(estimated)
    }
}
