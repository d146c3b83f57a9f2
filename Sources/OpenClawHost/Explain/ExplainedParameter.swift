package import Inference

/// One member of the body as it is sent, or one that is not sent although it was asked for.
package struct ExplainedParameter: Hashable, Sendable {
    package var name: String
    /// As it is sent; `nil` when it is taken out.
    package var value: JSONValue?
    /// As it was before the codec changed it; `nil` when it was added or came through.
    package var before: JSONValue?
    package var origin: Origin
    /// Whether an option of the request named it, whatever became of it.
    package var isAsked: Bool
    /// Where the configuration names it, when no option does.
    package var place: String?
    package var why: String

    /// Who put it there.
    package enum Origin: Hashable, Sendable {
        /// The options of the request.
        case asked
        /// The configuration.
        case configured
        /// A refusal that was learned from.
        case learned
        /// The codec of the provider.
        case shaped
    }

    /// Every member but the messages, in the order of the body, then those that were taken out.
    ///
    /// - Parameter place: where the configuration has a request field.
    static func all(of outgoing: ChatForecast.Outgoing, place: @escaping (String) -> String?) -> [ExplainedParameter] {
        let body = outgoing.exchange.request.body
        guard case .object(let sent)? = try? JSONValue(parsing: Array(body.joined())) else { return [] }
        let stages = outgoing.stages
        let reader = Reader(stages: stages, adjustments: outgoing.exchange.adjustments, place: place)
        let present = sent.members.filter { $0.key != "messages" && $0.key != "model" }
        let gone = stages.prepared.names.filter { sent[$0] == nil }
        return present.map { reader.read($0.key, $0.value) } + gone.map { reader.read($0, nil) }
    }

    private struct Reader {
        let stages: RequestStages
        let adjustments: [Adjustment]
        let place: (String) -> String?

        func read(_ name: String, _ value: JSONValue?) -> ExplainedParameter {
            let asked = stages.asked[member: name]
            let configured = stages.configured[member: name]
            let prepared = stages.prepared[member: name]
            let changes = adjustments.filter { $0.names(name) }.map(\.message)
            let why = { (otherwise: String) in changes.isEmpty ? otherwise : changes.joined(separator: "; ") }
            if let value, value == asked {
                return make(name, value, nil, .asked, why: "asked for")
            }
            if let value, value == configured {
                return make(name, value, nil, .configured, why: "configured for the model")
            }
            if let value, value == prepared {
                return make(name, value, configured, .learned, why: why("learned from an earlier refusal"))
            }
            let rule = value == nil ? "the model does not take it" : "what the model and the endpoint expect"
            return make(name, value, prepared, .shaped, why: why(rule))
        }

        private func make(
            _ name: String, _ value: JSONValue?, _ before: JSONValue?, _ origin: Origin, why: String
        ) -> ExplainedParameter {
            let isAsked = stages.asked[member: name] != nil
            return ExplainedParameter(
                name: name, value: value, before: before, origin: origin, isAsked: isAsked,
                place: isAsked || stages.configured[member: name] == nil ? nil : place(name), why: why)
        }
    }
}

extension Adjustment {
    /// Whether it speaks of a request field.
    fileprivate func names(_ field: String) -> Bool {
        let words = message.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        if words.contains(field) { return true }
        // How much a model thinks is said by several fields; what is said of one is a reason for the others.
        return Self.thinking.contains(field) && !Self.thinking.isDisjoint(with: words)
    }

    private static let thinking: Set = ["thinking", "enable_thinking", "thinking_budget", "reasoning_effort"]
}

extension ChatRequest {
    /// The names of its top-level members but the model and the messages.
    fileprivate var names: [String] {
        (document.root.value.object?.keys ?? []).filter { $0 != "messages" && $0 != "model" }
    }
}
