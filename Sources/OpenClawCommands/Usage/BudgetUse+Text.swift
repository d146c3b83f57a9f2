import Inference
import OpenClawHost

extension BudgetUse {
    func line(in zone: LocalZone) -> String {
        let limit = "\(AmountText.short(spent)) of \(AmountText.short(budget.limit)) \(budget.currency)"
        return "\(budget.period.rawValue): \(limit), resets \(zone.day(at: resetAt).text) \(zone.clock(at: resetAt))"
    }

    var json: JSONValue {
        .members { object in
            object["period"] = .string(budget.period.rawValue)
            object["currency"] = .string(budget.currency)
            object["limit"] = .string("\(budget.limit)")
            object["spent"] = .string("\(spent)")
            object["resetAt"] = .moment(resetAt)
        }
    }
}
