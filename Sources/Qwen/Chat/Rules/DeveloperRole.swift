import Inference

/// The role `developer` is refused; `system` means the same.
struct DeveloperRole: DialectRule {
    static let id = "developer-role"

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard !target.model.wire.developerRole, target.facts.contains(.developer) else { return [] }
        let places = request.messages.enumerated().filter { $0.element.role == .developer }.map(\.offset)
        for index in places { request.setRole(at: index, to: .system) }
        return places.isEmpty ? [] : adjusted("role developer sent as system")
    }
}
