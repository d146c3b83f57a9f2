import Inference

/// Reasoning of earlier turns is billed or refused when it is sent again; within a tool loop it has to stay.
struct ReasoningReplay: DialectRule {
    static let id = "reasoning-replay"
    var occasions: ConversationFacts { .reasoning }

    func applies(to site: DialectSite) -> Bool { site.model.thinking.replay != .always }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let replay = target.model.thinking.replay
        guard request.node("preserve_thinking")?.bool != true, request.node("clear_thinking")?.bool != false else {
            return []
        }
        let messages = request.messages
        let turn = replay == .never ? messages.count : messages.lastIndex { $0.role == .user } ?? 0
        var count = 0
        for index in messages.indices.prefix(turn) {
            for name in ["reasoning_content", "reasoning"] where messages[index].node[name] != nil {
                request.setMember(name, ofMessageAt: index, to: nil)
                count += 1
            }
        }
        return count == 0 ? [] : adjusted("reasoning of earlier turns not sent again")
    }
}
