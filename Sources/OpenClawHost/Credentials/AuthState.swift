package import Inference

/// The contents of `auth-state.json`: what was chosen or learned about profiles, without secrets.
package struct AuthState: Hashable, Sendable {
    package private(set) var document: JSONObject

    package init() { document = JSONObject([("version", 1)]) }

    package init?(_ value: JSONValue) {
        guard case .object(let members) = value else { return nil }
        document = members
    }

    /// The order of profiles that the user set for a provider, `nil` when none.
    package func order(for names: [String]) -> [String]? { Self.list(document["order"], for: names) }

    /// Sets, or with `nil` clears, the order for a provider and all its spellings.
    package mutating func setOrder(_ ids: [String]?, for provider: ProviderID, spellings: [String]) {
        var orders = document["order"]?.object ?? JSONObject()
        for key in orders.keys where spellings.contains(key.lowercased()) { orders[key] = nil }
        if let ids { orders[provider.rawValue] = .array(ids.map { .string($0) }) }
        document["order"] = orders.isEmpty ? nil : .object(orders)
    }

    /// The profile that worked last for a provider.
    package func lastGood(for names: [String]) -> String? {
        document["lastGood"]?.object?.members.first { names.contains($0.key.lowercased()) }?.value.string
    }

    /// The list under the first key that spells the provider; an empty list says nothing.
    static func list(_ value: JSONValue?, for names: [String]) -> [String]? {
        let member = value?.object?.members.first { names.contains($0.key.lowercased()) }
        let ids = member?.value.array?.compactMap(\.string) ?? []
        return ids.isEmpty ? nil : ids
    }
}
