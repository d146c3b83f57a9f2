import Inference
import OpenClawHost

/// A key without its secret.
struct VirtualKeyView {
    let key: VirtualKey
    private let now: Double

    init(_ key: VirtualKey, at now: Double) {
        self.key = key
        self.now = now
    }

    var json: JSONValue {
        .members { object in
            object["id"] = .string(key.id)
            object["name"] = .string(key.name)
            object["state"] = .string(key.standing(at: now).rawValue)
            object["endsIn"] = .string(key.tail)
            object["models"] = .strings(key.models)
            object["routes"] = .strings(key.routes)
            object["requestsPerMinute"] = .count(key.requestsPerMinute)
            object["budgetPerDay"] = .members { budgets in
                for (currency, limit) in key.budgetPerDay.sorted(by: { $0.key < $1.key }) {
                    budgets[currency] = .string("\(limit)")
                }
            }
            object["createdAt"] = .moment(key.createdAt)
            object["expiresAt"] = .moment(key.expiresAt)
            object["revokedAt"] = .moment(key.revokedAt)
        }
    }

    func cells(_ zone: LocalZone) -> [String] {
        let day = { (time: Double?) in time.map { zone.day(at: $0).text } ?? "-" }
        return [
            key.name, "...\(key.tail)", key.standing(at: now).rawValue, day(key.createdAt), day(key.expiresAt), limits,
        ]
    }

    private var limits: String {
        var parts: [String] = []
        if !key.models.isEmpty { parts.append("models " + key.models.joined(separator: ",")) }
        if !key.routes.isEmpty { parts.append("routes " + key.routes.joined(separator: ",")) }
        if let limit = key.requestsPerMinute { parts.append("\(limit)/min") }
        for (currency, limit) in key.budgetPerDay.sorted(by: { $0.key < $1.key }) {
            parts.append("\(limit) \(currency)/day")
        }
        return parts.isEmpty ? "none" : parts.joined(separator: "; ")
    }
}
