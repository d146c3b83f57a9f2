import Inference

/// What a request and its model make of thinking, once the members are spelled as the model takes them.
struct ThinkingState {
    private let site: DialectSite

    init(_ target: DialectTarget) { site = target.site }

    private var support: ThinkingSupport { site.model.thinking }

    /// Whether the model will think.
    func isOn(in request: ChatRequest) -> Bool {
        switch support.control {
        case .never: return false
        case .always: return true
        case .toggle, .effort:
            guard request.members.contains(.thinking) else { return support.isOnByDefault }
            return support.control == .toggle ? isToggledOn(in: request) : hasEffort(in: request)
        }
    }

    private func isToggledOn(in request: ChatRequest) -> Bool {
        if let flag = request.enableThinking { return flag }
        return support.isOnByDefault || request.has("thinking_budget") || request.has("reasoning_effort")
    }

    private func hasEffort(in request: ChatRequest) -> Bool {
        guard let effort = request.reasoningEffort else { return support.isOnByDefault }
        return effort != support.offEffort
    }

    /// Turns thinking off; `false` when the model cannot do without.
    func turnOff(in request: inout ChatRequest) -> Bool {
        switch support.control {
        case .never: return true
        case .always: return false
        case .toggle: request.thinking = .off
        case .effort:
            guard let off = support.offEffort else { return false }
            request.thinking = .effort(off)
        }
        return true
    }

    /// The model's word for a level that users write; `nil` when it has none.
    func effort(for level: String) -> String? {
        support.efforts.contains(level) ? level : support.effortAliases[level]
    }

    /// The words for no thinking.
    static func isOff(_ level: String) -> Bool { level == "none" || level == "off" }
}
