import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model as `models.providers.<id>.models[]` lists it, in the fields that OpenClaw's strict schema knows.
struct ModelRow {
    var model: ModelDescriptor
    var endpoint: Endpoint

    var json: JSONValue {
        var row = JSONObject()
        row["id"] = .string(model.id.rawValue)
        row["name"] = .string(model.name)
        row["reasoning"] = .bool(model.thinking.control != .never)
        row["input"] = .array([Modality.text, .image].filter(model.input.contains).map { .string($0.rawValue) })
        row["cost"] = cost
        row["contextWindow"] = model.contextWindow.map { .int($0) }
        row["maxTokens"] = (model.maxTokens ?? model.maxOutputTokens).map { .int($0) }
        return .object(row)
    }

    /// The price of small requests in dollars per million tokens, where the endpoint has one in dollars.
    private var cost: JSONValue? {
        guard let price = model.price(on: endpoint), price.currency == "USD", let tier = price.tiers.first else {
            return nil
        }
        return [
            "input": number(tier.input), "output": number(tier.output),
            "cacheRead": number(tier.cacheRead ?? tier.input),
            "cacheWrite": number(tier.cacheWrite ?? tier.input),
        ]
    }

    private func number(_ amount: Decimal) -> JSONValue { .number(JSONNumber(verbatim: amount.description)) }
}
