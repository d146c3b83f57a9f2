import Inference

/// Some models take no system message; translation models would translate it.
struct SystemRole: DialectRule {
    static let id = "system-role"
    var occasions: ConversationFacts { .instructions }

    func applies(to site: DialectSite) -> Bool { !site.model.wire.systemRole }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let places = request.messages.enumerated().filter { $0.element.role == .system }.map(\.offset)
        for index in places.reversed() { request.removeMessage(at: index) }
        return places.isEmpty ? [] : adjusted("system message dropped: \(target.model.id) takes none")
    }
}
