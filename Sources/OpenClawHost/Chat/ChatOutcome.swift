package import Inference

/// Everything that one conversation produced, also when it ended half-way.
package struct ChatOutcome: Sendable {
    /// What served the last request.
    package private(set) var route: ChatRoute?
    /// Every model that was asked.
    package var attempts: [ChatAttempt] = []
    /// Calls that were answered, with their results, in order.
    package var toolResults: [ToolResult] = []
    /// What was changed on the way there and back, in all requests.
    package private(set) var adjustments: [Adjustment] = []
    /// The token counts of all requests.
    package private(set) var usage: Usage?
    /// What all requests cost.
    package private(set) var cost: ChatCost?
    private var builder = ChatResponseBuilder()

    /// A call with the text that was sent back for it.
    package struct ToolResult: Hashable, Sendable {
        package var call: ToolCall
        package var result: String
    }

    package init() {}

    /// The last answer, as far as it came.
    package var response: ChatResponse { builder.response }

    /// Begins the next answer; what earlier ones spent stays.
    mutating func begin(_ run: ChatRun) {
        route = run.route
        attempts += run.attempts
        builder = ChatResponseBuilder()
    }

    mutating func add(_ event: ChatEvent) {
        if case .adjustment(let adjustment) = event, !adjustments.contains(adjustment) {
            adjustments.append(adjustment)
        }
        builder.add(event)
    }

    /// Ends an answer: counts what it spent.
    mutating func end() {
        guard let spent = response.usage, let route else { return }
        let thought = (spent.reasoning ?? 0) > 0 || !response.reasoning.isEmpty
        let stepCost = ChatCost(of: spent, on: route, thinking: thought)
        cost = cost.map { $0 + stepCost } ?? stepCost
        usage = usage.map { $0 + spent } ?? spent
    }
}

extension Usage {
    fileprivate static func + (left: Usage, right: Usage) -> Usage {
        let sum = { (left: Int?, right: Int?) in left.map { $0 + (right ?? 0) } ?? right }
        return Usage(
            input: left.input + right.input, output: left.output + right.output,
            cacheRead: left.cacheRead + right.cacheRead, cacheWrite: left.cacheWrite + right.cacheWrite,
            reasoning: sum(left.reasoning, right.reasoning), image: sum(left.image, right.image),
            video: sum(left.video, right.video), audio: sum(left.audio, right.audio))
    }
}
