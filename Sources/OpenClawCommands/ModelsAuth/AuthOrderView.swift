import Inference

/// The order of a provider's profiles for one agent.
struct AuthOrderView: Renderable {
    var agent: String
    var provider: ProviderID
    /// The order that was set; `nil` when the usual one holds.
    var order: [String]?
    var path: String

    var json: JSONValue {
        [
            "agentId": .string(agent), "provider": .string(provider.rawValue), "authStatePath": .string(path),
            "order": order.map { .array($0.map(JSONValue.string)) } ?? .null,
        ]
    }

    var text: [String] {
        ["Agent: \(agent)", "Provider: \(provider)", "Order override: \(order?.joined(separator: ", ") ?? "(none)")"]
    }
}
