package import Inference

/// Puts the parts of an answer into a strict order: one is open at a time, and what is closed stays closed.
///
/// Services may write several tool calls at once. What belongs to a part that is not open yet waits, so that nothing is
/// lost; a call is closed when it is known to be complete, or when its arguments are a whole document and something else begins.
package struct AnswerSequencer: Sendable {
    /// What the last call led to. Reused between calls.
    package private(set) var steps: [AnswerStep] = []
    /// Unfinished parts in order; only the first one may be open.
    private var parts: [Part] = []
    private var closedCalls: Set<Int> = []

    private struct Part {
        enum Kind: Equatable { case text, reasoning, call(Int) }

        var kind: Kind
        var id = ""
        var name = ""
        /// What was not delivered yet.
        var pending = ""
        /// All arguments of a call.
        var arguments = ""
        var isOpen = false
        var isComplete = false
    }

    package init() {}

    /// Takes an event; `steps` says what follows from it.
    package mutating func add(_ event: ChatEvent) {
        steps.removeAll(keepingCapacity: true)
        switch event {
        case .text(let piece): append(piece, to: .text)
        case .reasoning(let piece): append(piece, to: .reasoning)
        case .toolCallDelta(let delta): add(delta)
        case .toolCall(let call): complete(call)
        default: break
        }
    }

    /// The answer is over: whatever waits is delivered and closed.
    package mutating func finish() {
        steps.removeAll(keepingCapacity: true)
        for index in parts.indices { parts[index].isComplete = true }
        deliver()
    }

    private mutating func append(_ piece: String, to kind: Part.Kind) {
        guard !piece.isEmpty else { return }
        if parts.count == 1, parts[0].kind == kind, parts[0].isOpen { return steps.append(.grew(piece)) }
        if parts.last?.kind != kind { parts.append(Part(kind: kind)) }
        parts[parts.count - 1].pending += piece
        deliver()
    }

    private mutating func add(_ delta: ToolCallDelta) {
        guard let place = place(of: delta.index) else { return }
        if let id = delta.id, !id.isEmpty, !parts[place].isOpen { parts[place].id = id }
        if let name = delta.name, !name.isEmpty, !parts[place].isOpen { parts[place].name = name }
        parts[place].pending += delta.arguments
        parts[place].arguments += delta.arguments
        deliver()
    }

    private mutating func complete(_ call: ToolCall) {
        guard let place = place(of: call.index) else { return }
        if !parts[place].isOpen { (parts[place].id, parts[place].name) = (call.id, call.name) }
        if parts[place].arguments.isEmpty {
            (parts[place].arguments, parts[place].pending) = (call.arguments, call.arguments)
        }
        parts[place].isComplete = true
        deliver()
    }

    /// Where a call stands among the unfinished parts; `nil` when it is closed already.
    private mutating func place(of index: Int) -> Int? {
        if let place = parts.lastIndex(where: { $0.kind == .call(index) }) { return place }
        guard !closedCalls.contains(index) else { return nil }
        parts.append(Part(kind: .call(index)))
        return parts.count - 1
    }

    private mutating func deliver() {
        while !parts.isEmpty {
            if !parts[0].isOpen {
                guard canOpen(parts[0]) else { return }
                parts[0].isOpen = true
                steps.append(.opened(Self.part(parts[0], with: "")))
            }
            if !parts[0].pending.isEmpty {
                steps.append(.grew(parts[0].pending))
                parts[0].pending = ""
            }
            guard isFinished(parts[0]) else { return }
            close()
        }
    }

    private mutating func close() {
        let part = parts.removeFirst()
        if case .call(let index) = part.kind { closedCalls.insert(index) }
        steps.append(.closed(Self.part(part, with: part.arguments)))
    }

    /// A call is announced by its id and name; a complete one has whatever it will ever have.
    private func canOpen(_ part: Part) -> Bool {
        guard case .call = part.kind else { return true }
        return part.isComplete || (!part.id.isEmpty && !part.name.isEmpty)
    }

    private func isFinished(_ part: Part) -> Bool {
        if part.isComplete { return true }
        guard parts.count > 1 else { return false }
        guard case .call = part.kind else { return true }
        let bytes = Array(part.arguments.utf8)
        return (try? JSONScanner.document(in: bytes.span.bytes)) != nil
    }

    private static func part(_ part: Part, with arguments: String) -> AnswerPart {
        switch part.kind {
        case .text: .text
        case .reasoning: .reasoning
        case .call(let index):
            .call(
                ToolCall(
                    index: index, id: part.id.isEmpty ? "call_\(index)" : part.id, name: part.name,
                    arguments: arguments))
        }
    }
}
