import Inference

/// The rules that may change requests for one model on one endpoint, in their order, with what each of them has to find in a
/// request: what cannot apply is not asked.
struct DialectPlan: Sendable {
    private struct Occasion {
        private let members: Int
        private let facts: Int

        /// Stands for asking for nothing, which every request and every conversation has.
        private static let always = Int.min

        init(_ members: ChatMembers, _ facts: ConversationFacts) {
            self.members = members.isEmpty ? Self.always : members.rawValue
            self.facts = facts.isEmpty ? Self.always : facts.rawValue
        }

        func isGiven(by request: ChatMembers, _ conversation: ConversationFacts) -> Bool {
            members & (request.rawValue | Self.always) != 0 && facts & (conversation.rawValue | Self.always) != 0
        }
    }

    private let rules: [any DialectRule]
    /// One for each rule.
    private let occasions: [Occasion]

    init(_ rules: [any DialectRule] = Dialect.rules, for site: DialectSite) {
        self.rules = rules.filter { $0.applies(to: site) }
        occasions = self.rules.map { Occasion($0.concerns, $0.occasions) }
    }

    /// Shapes a request for a target, which is on the site of the plan.
    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        var adjustments: [Adjustment] = []
        var members = request.members
        for index in rules.indices where occasions[index].isGiven(by: members, target.facts) {
            let made = try rules[index].apply(to: &request, for: target)
            members = request.members
            if !made.isEmpty { adjustments += made }
        }
        return adjustments
    }
}
