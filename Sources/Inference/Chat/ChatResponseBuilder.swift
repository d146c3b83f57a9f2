/// Folds events into an answer, one at a time; ``response`` is what is known so far.
public struct ChatResponseBuilder: Sendable {
    /// The answer so far. Tool calls appear when they are complete.
    public private(set) var response = ChatResponse()
    /// Calls of which only pieces have come, by index.
    public private(set) var pending: [Int: ToolCall] = [:]

    public init() {}

    /// Adds an event.
    public mutating func add(_ event: ChatEvent) {
        switch event {
        case .started(let start):
            response.id = start.id ?? response.id
            response.model = start.model ?? response.model
            response.requestID = start.requestID ?? response.requestID
        case .text(let piece): response.text += piece
        case .reasoning(let piece): response.reasoning += piece
        case .toolCallDelta(let delta): add(delta)
        case .toolCall(let call): complete(call)
        case .usage(let usage): response.usage = usage
        case .adjustment(let adjustment): response.adjustments.append(adjustment)
        case .finished(let reason): finish(reason)
        case .unknown(let value): response.unknown.append(value)
        }
    }

    private mutating func add(_ delta: ToolCallDelta) {
        var call = pending[delta.index] ?? ToolCall(index: delta.index, id: "", name: "", arguments: "")
        if let id = delta.id, !id.isEmpty { call.id = id }
        if let name = delta.name, !name.isEmpty { call.name = name }
        call.arguments += delta.arguments
        pending[delta.index] = call
    }

    private mutating func complete(_ call: ToolCall) {
        pending[call.index] = nil
        if let place = response.toolCalls.firstIndex(where: { $0.index == call.index }) {
            response.toolCalls[place] = call
        } else {
            let place = response.toolCalls.firstIndex { $0.index > call.index } ?? response.toolCalls.count
            response.toolCalls.insert(call, at: place)
        }
    }

    /// A regular end completes the calls that the codec delivered in pieces only.
    private mutating func finish(_ reason: FinishReason) {
        response.finishReason = reason
        for call in pending.values.sorted(by: { $0.index < $1.index }) { complete(call) }
    }
}
