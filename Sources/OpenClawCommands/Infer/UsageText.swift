import Inference
import OpenClawHost

extension Usage {
    /// One line for people, for example `25 in (10 cached), 30 out (12 thinking)`.
    var line: String {
        let cached = cacheRead > 0 ? " (\(cacheRead) cached)" : ""
        let thinking = (reasoning ?? 0) > 0 ? " (\(reasoning ?? 0) thinking)" : ""
        return "\(input) in\(cached), \(output) out\(thinking)"
    }

    var json: JSONValue {
        var object = JSONObject([
            ("input", .int(input)), ("output", .int(output)), ("total", .int(total)), ("cacheRead", .int(cacheRead)),
            ("cacheWrite", .int(cacheWrite)),
        ])
        object["reasoning"] = reasoning.map { .int($0) }
        object["image"] = image.map { .int($0) }
        object["video"] = video.map { .int($0) }
        object["audio"] = audio.map { .int($0) }
        return .object(object)
    }
}

extension ChatCost {
    /// For people.
    var line: String {
        switch self {
        case .amount(let amount, let currency): "\(amount) \(currency)"
        case .included(let plan): "included in \(plan)"
        case .unknown: "unknown"
        }
    }

    var json: JSONValue {
        switch self {
        case .amount(let amount, let currency):
            ["kind": "amount", "amount": .string("\(amount)"), "currency": .string(currency)]
        case .included(let plan): ["kind": "included", "plan": .string(plan)]
        case .unknown: ["kind": "unknown"]
        }
    }
}
