/// What the user wants to see of an answer.
struct AnswerStyle: Sendable {
    let isJSON: Bool
    let hidesReasoning: Bool
    let forcesReasoning: Bool
    let forcesUsage: Bool
    /// What to do when the output limit cuts an answer; `nil` where there is no option for it.
    let limitAdvice: String?

    init(_ options: AnswerOptions, limitAdvice: String? = "raise --max-tokens") {
        isJSON = options.json
        hidesReasoning = options.noReasoning
        forcesReasoning = options.showReasoning
        forcesUsage = options.usage
        self.limitAdvice = limitAdvice
    }

    /// Nothing but data.
    init(isJSON: Bool) {
        self.isJSON = isJSON
        (hidesReasoning, forcesReasoning, forcesUsage, limitAdvice) = (true, false, false, nil)
    }
}
