import Inference

/// The role `developer` is refused; `system` means the same.
struct DeveloperRole: DialectRule {
    static let id = "developer-role"
    var occasions: ConversationFacts { .developer }

    func applies(to site: DialectSite) -> Bool { !site.model.wire.developerRole }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let places = request.messages.enumerated().filter { $0.element.role == .developer }.map(\.offset)
        for index in places { request.setRole(at: index, to: .system) }
        return places.isEmpty ? [] : adjusted("role developer sent as system")
    }
}
