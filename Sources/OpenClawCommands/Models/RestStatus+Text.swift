import Inference
import OpenClawHost

extension RestStatus {
    /// For example `acme env: ACME_API_KEY, until 2026-11-23 14:05 (rate_limit): the week is used up`.
    func line(in zone: LocalZone) -> String {
        let about = model.map { " for \($0)" } ?? ""
        return "\(provider) \(owner)\(about), until \(zone.dayAndClock(at: rest.until)) (\(rest.reason.rawValue)): "
            + rest.message
    }

    var json: JSONValue {
        .members { object in
            object["provider"] = .string(provider.rawValue)
            object["owner"] = .string(owner)
            object["model"] = .text(model?.rawValue)
            object["kind"] = .string(rest.kind.rawValue)
            object["reason"] = .string(rest.reason.rawValue)
            object["message"] = .string(rest.message)
            object["hint"] = .text(rest.hint)
            object["until"] = .moment(rest.until)
        }
    }
}
