import Inference

/// Translation models take exactly one user message.
struct SingleMessage: DialectRule {
    static let id = "single-message"
    func applies(to site: DialectSite) -> Bool { site.model.wire.singleMessage }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let messages = request.messages
        guard messages.count > 1, let last = messages.lastIndex(where: { $0.role == .user }) else { return [] }
        for index in messages.indices.reversed() where index != last { request.removeMessage(at: index) }
        return adjusted("only the last user message sent: \(target.model.id) takes exactly one message")
    }
}
