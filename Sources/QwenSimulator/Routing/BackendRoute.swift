import Synchronization

/// Answers a chat request with the words of a backend.
struct BackendRoute: Sendable {
    let route: ChatRoute
    let backend: ChatBackend
    let usage: Usage

    func reply() async throws(ServiceError) -> Reply {
        if route.ask.stream { return .events(.live(stream)) }
        var answer = Answer()
        do {
            answer.finish = try await backend.ask(route.ask.document) { if isWanted($0) { Self.add($0, to: &answer) } }
        } catch {
            throw ServiceError("model_serving_error")
        }
        return route.finished([answer], usage: usage)
    }

    private func stream(_ writer: ReplyWriter) async throws {
        var live = Live(encoder: route.encoder(usage: usage), script: route.script, answer: Answer())
        try await send(live.encoder.start(), &live, writer)
        do {
            live.answer.finish = try await backend.ask(route.ask.document) { delta in
                guard isWanted(delta) else { return }
                Self.add(delta, to: &live.answer)
                try await send(live.encoder.encode(delta), &live, writer)
            }
        } catch let gone as ReplyWriter.ClientGone {
            throw gone
        } catch {
            let frame = route.service.errorWriter.frame(
                "model_serving_error", values: [:], in: route.context, number: 99)
            return try await writer.perform(.bytes(frame.bytes))
        }
        var total = usage
        total.reasoning = live.answer.reasoning.reduce(0) { $0 + TokenSplitter.count($1) }
        total.answer = live.answer.content.reduce(0) { $0 + TokenSplitter.count($1) } + live.answer.toolTokens
        route.bill(total)
        try await send(live.encoder.end(finish: live.answer.finish, usage: total), &live, writer)
        try await send(live.encoder.close(usage: total), &live, writer)
    }

    /// A backend may think although the request does not.
    private func isWanted(_ delta: AnswerDelta) -> Bool {
        if case .reasoning = delta { return route.ask.thinkingBudget != nil }
        return true
    }

    private func send(_ frames: [Frame], _ live: inout Live, _ writer: ReplyWriter) async throws {
        for step in frames.flatMap({ live.script.steps(for: $0) }) { try await writer.perform(step) }
    }

    private static func add(_ delta: AnswerDelta, to answer: inout Answer) {
        switch delta {
        case .reasoning(let text, _): answer.reasoning.append(text)
        case .content(let text, _): answer.content.append(text)
        case .toolStart(_, let id, let name): answer.toolCalls.append(.init(id: id, name: name, arguments: ""))
        case .toolArguments(let index, let text):
            guard answer.toolCalls.indices.contains(index) else { return }
            let call = answer.toolCalls[index]
            answer.toolCalls[index] = .init(id: call.id, name: call.name, arguments: call.arguments + text)
        }
    }

    private struct Live {
        var encoder: any StreamEncoder
        var script: FrameScript
        var answer: Answer
    }
}
