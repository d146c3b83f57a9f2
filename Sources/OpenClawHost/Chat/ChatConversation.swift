package import Inference

/// Asks a model, runs the tools it calls, and asks again until it is done: the one tool loop.
package struct ChatConversation: Sendable {
    /// Requests that one conversation may send.
    package static let stepLimit = 8

    private let runner: ChatRunner
    private let tools: [String: ToolImplementation]
    private let toolEnvironment: [String: String]
    private let conversation: String?

    /// - Parameters:
    ///   - tools: what answers calls, by name. A call of another tool ends the conversation and is delivered.
    ///   - toolEnvironment: the environment of tool programs.
    ///   - conversation: what the conversation is called, when it goes on in later runs: it stays with one of several keys.
    package init(
        runner: ChatRunner, tools: [String: ToolImplementation] = [:], toolEnvironment: [String: String] = [:],
        conversation: String? = nil
    ) {
        self.conversation = conversation
        self.runner = runner
        self.tools = tools
        self.toolEnvironment = toolEnvironment
    }

    /// Runs the conversation. What was received stands in `outcome` also when this throws.
    ///
    /// - Throws: `ChatFailure` before an answer began, `InferenceError` within one, and what `observe` throws.
    package func run(
        _ request: ChatRequest, on candidates: [ModelSelection], into outcome: inout ChatOutcome,
        observe: (ChatObservation) async throws -> Void
    ) async throws {
        var request = request
        var candidates = candidates
        for step in 1...Self.stepLimit {
            try await answer(request, on: candidates, into: &outcome, observe: observe)
            let answer = outcome.response
            let calls = answer.toolCalls
            guard !calls.isEmpty, calls.allSatisfy({ tools[$0.name] != nil }) else { return }
            guard step < Self.stepLimit else {
                throw InferenceError(
                    .unsupported,
                    "the model still calls tools after \(Self.stepLimit) requests; the conversation was ended")
            }
            // The model that began to call tools goes on: another one would not know its calls.
            if let selection = outcome.route?.selection { candidates = [selection] }
            request.append(answer.message)
            for call in calls {
                let result = try await result(of: call)
                outcome.toolResults.append(ChatOutcome.ToolResult(call: call, result: result))
                try await observe(.toolResult(call, result: result))
                request.append(.tool(result, callID: call.id))
            }
        }
    }

    private func answer(
        _ request: ChatRequest, on candidates: [ModelSelection], into outcome: inout ChatOutcome,
        observe: (ChatObservation) async throws -> Void
    ) async throws {
        var run: ChatRun
        do {
            run = try await runner.start(
                request, on: candidates, conversation: conversation, after: outcome.route, observe: observe)
        } catch let failure as ChatFailure {
            outcome.attempts += failure.attempts
            throw failure
        }
        outcome.begin(run)
        defer { outcome.end() }
        while let event = try await run.next() {
            outcome.add(event)
            try await observe(.event(event))
        }
    }

    private func result(of call: ToolCall) async throws(InferenceError) -> String {
        switch tools[call.name] {
        case .text(let text): return text
        case .program(let path):
            let arguments = call.arguments.isEmpty ? "{}" : call.arguments
            let outcome = try await ToolProgram(path: path, environment: toolEnvironment).run(arguments: arguments)
            return outcome.resultText
        case nil: return "error: no such tool"
        }
    }
}

extension ToolProgram.Outcome {
    /// What the model is told.
    fileprivate var resultText: String {
        if timedOut { return "error: the tool did not finish in time" }
        guard let exitCode else { return "error: the tool was ended" }
        return exitCode == 0 ? output : "error: the tool failed with exit code \(exitCode)\n\(output)"
    }
}
