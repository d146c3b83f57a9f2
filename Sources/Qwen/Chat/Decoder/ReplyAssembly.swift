import Inference

/// What is known of an answer so far, and the events that follow from the next piece of it.
struct ReplyAssembly: Sendable {
    /// The id of the request from the response head.
    var requestID: String?
    /// Whether the head said that the service cut the answer at its time limit.
    var isPartial = false

    let isCumulative: Bool
    let filtersThinkTags: Bool
    let classify: @Sendable (ServiceFailure) -> InferenceError

    var hasStarted = false
    var answerID: String?
    var finishReason: FinishReason?
    var usage: Usage?
    var tools = ToolCallAssembly()
    var textSoFar = CumulativeText()
    var reasoningSoFar = CumulativeText()
    var tags = ThinkTagFilter()
    var hasText = false
    var hasReasoning = false
    private var sawEnd = false
    private var settled: FinishReason?
    private(set) var isOver = false

    init(_ traits: AnswerTraits, classify: @escaping @Sendable (ServiceFailure) -> InferenceError) {
        isCumulative = traits.isCumulative
        filtersThinkTags = traits.leaksThinkTags
        self.classify = classify
    }

    /// The service said `[DONE]`.
    mutating func takeEndMark(into output: inout ChatDecoderOutput) {
        sawEnd = true
        complete(into: &output)
    }

    /// The answer has failed; nothing that follows counts.
    mutating func fail(_ error: InferenceError, into output: inout ChatDecoderOutput) {
        guard !isOver else { return }
        isOver = true
        var error = error
        error.requestID = error.requestID ?? requestID
        flushText(into: &output)
        if let usage { output.events.append(.usage(usage)) }
        output.failure = error
        output.isComplete = true
    }

    /// Delivers the end once the reason and the usage are known. Services that forget `[DONE]` keep the line open.
    mutating func completeIfSettled(into output: inout ChatDecoderOutput) {
        if finishReason != nil, usage != nil { complete(into: &output) }
    }

    /// The body has ended.
    mutating func end(into output: inout ChatDecoderOutput) {
        guard !isOver else { return }
        if finishReason != nil || sawEnd || isPartial || usage != nil { return complete(into: &output) }
        if !hasStarted { return fail(Self.empty, into: &output) }
        fail(Self.truncated, into: &output)
    }

    private static let empty = InferenceError(
        .unavailable, "the service accepted the request and answered nothing",
        disposition: FailureDisposition(retry: .once, rotates: false, triesNextModel: true, scope: .request))

    private static let truncated = InferenceError(
        .truncated, "the stream ended before the answer did; what was received is incomplete")

    private mutating func complete(into output: inout ChatDecoderOutput) {
        guard !isOver else { return }
        isOver = true
        flushText(into: &output)
        deliverTools(into: &output)
        let reason = settledReason(into: &output)
        if let usage { output.events.append(.usage(usage)) }
        output.events.append(.finished(reason))
        output.isComplete = true
    }

    /// The reason for the end that fits the answer, which is not always the one that the service gave.
    mutating func settledReason(into output: inout ChatDecoderOutput) -> FinishReason {
        if let settled { return settled }
        var reason = finishReason ?? (tools.isEmpty ? .stop : .toolCalls)
        if isPartial {
            note("partial-response", "the service cut the answer at its time limit", into: &output)
            reason = .length
        } else if tools.isTruncated, reason == .toolCalls || reason == .stop {
            note("truncated-tool-arguments", "the arguments of the last tool call end too early", into: &output)
            reason = .length
        }
        if reason == .length, hasReasoning, !hasText, tools.isEmpty {
            note(
                "answer-starved-by-thinking", "thinking used up the output limit before the answer began", into: &output
            )
        }
        settled = reason
        return reason
    }

    /// Hands over the tool calls that are complete; a no-op when there are none left.
    mutating func deliverTools(into output: inout ChatDecoderOutput) {
        for call in tools.takeCompleted(answerID: answerID) {
            if call.madeID {
                note("empty-tool-call-id", "a tool call came without an id and was given one", into: &output)
            }
            if call.madeArguments {
                note("empty-tool-arguments", "a tool call came without arguments, taken as {}", into: &output)
            }
            output.events.append(.toolCall(call.call))
        }
    }

    func note(_ rule: String, _ message: String, into output: inout ChatDecoderOutput) {
        output.events.append(.adjustment(Adjustment(rule: rule, message: message)))
    }
}
