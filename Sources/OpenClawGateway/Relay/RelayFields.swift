import Inference
import OpenClawHost

/// The header fields by which a client learns who answered, and what was changed for it.
enum RelayFields {
    /// Bytes of a value; what is longer is cut.
    private static let limit = 1024

    static func of(_ sending: ChatSending, attempts: Int, errand: ChatErrand?) -> [(name: String, value: String)] {
        let route = sending.route
        var fields = of(route, attempts: attempts)
        let adjustments = (errand?.adjustments ?? []) + sending.adjustments
        if !adjustments.isEmpty {
            fields.append(("x-openclaw-adjustments", list(adjustments.map { "\($0.rule): \($0.message)" })))
        }
        let warnings = route.selection.warnings
        if !warnings.isEmpty { fields.append(("x-openclaw-warning", list(warnings))) }
        return fields
    }

    /// Who answered, and at which attempt.
    static func of(_ route: some CallRoute, attempts: Int) -> [(name: String, value: String)] {
        [
            ("x-openclaw-model", route.selection.reference.description),
            ("x-openclaw-endpoint", route.endpoint.id.rawValue), ("x-openclaw-attempts", String(attempts)),
        ]
    }

    private static func list(_ items: [String]) -> String {
        let text = items.joined(separator: "; ")
        return text.utf8.count <= limit ? text : String(decoding: text.utf8.prefix(limit - 3), as: UTF8.self) + "..."
    }
}
