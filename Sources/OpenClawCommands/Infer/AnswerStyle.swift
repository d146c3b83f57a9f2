/// What the user wants to see of an answer.
struct AnswerStyle: Sendable {
    let isJSON: Bool
    let hidesReasoning: Bool
    let forcesReasoning: Bool
    let forcesUsage: Bool

    init(_ options: AnswerOptions) {
        isJSON = options.json
        hidesReasoning = options.noReasoning
        forcesReasoning = options.showReasoning
        forcesUsage = options.usage
    }

    /// Nothing but data.
    init(isJSON: Bool) {
        self.isJSON = isJSON
        (hidesReasoning, forcesReasoning, forcesUsage) = (true, false, false)
    }
}
