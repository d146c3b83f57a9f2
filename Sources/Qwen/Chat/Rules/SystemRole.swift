import Inference

/// Some models take no system message; translation models would translate it.
struct SystemRole: DialectRule {
    static let id = "system-role"

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard !target.model.wire.systemRole, target.facts.contains(.instructions) else { return [] }
        let places = request.messages.enumerated().filter { $0.element.role == .system }.map(\.offset)
        for index in places.reversed() { request.removeMessage(at: index) }
        return places.isEmpty ? [] : adjusted("system message dropped: \(target.model.id) takes none")
    }
}
