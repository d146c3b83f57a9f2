import Inference

/// One deviation of the service from what OpenAI's clients send, evened out.
///
/// A rule is a pure function of the request and of the fields of the model and the endpoint; no model name decides
/// anything. `docs/dialect.md` lists all rules with their sources and recorded cases.
protocol DialectRule: Sendable {
    /// The name under which its adjustments are reported.
    static var id: String { get }

    /// The members without which it changes nothing; none when it has to look at every request.
    var concerns: ChatMembers { get }

    /// What has to occur in the conversation, or it changes nothing; nothing when it has to look at every one.
    var occasions: ConversationFacts { get }

    /// Whether it may change a request for a model on an endpoint.
    func applies(to site: DialectSite) -> Bool

    /// Changes the request, which is one that it concerns, where the target needs it, and says so.
    ///
    /// - Throws: `.invalidRequest` or `.unsupported` when no change would keep what was asked for.
    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment]
}

extension DialectRule {
    /// The name of the rule.
    var id: String { Self.id }

    var concerns: ChatMembers { [] }
    var occasions: ConversationFacts { [] }

    func applies(to site: DialectSite) -> Bool { true }

    /// One adjustment under the rule's name.
    func adjusted(_ message: String) -> [Adjustment] { [Adjustment(rule: Self.id, message: message)] }
}
