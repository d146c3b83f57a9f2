package import Inference

/// Asks providers the smallest possible question, to see whether their credentials work.
package struct ProviderProbe: Sendable {
    private let runner: ChatRunner
    private let maxTokens: Int

    package init(runner: ChatRunner, maxTokens: Int) {
        self.runner = runner
        self.maxTokens = maxTokens
    }

    /// One question to ask.
    package struct Target: Sendable {
        package var selection: ModelSelection
        package var profile: String?

        package init(selection: ModelSelection, profile: String?) {
            self.selection = selection
            self.profile = profile
        }
    }

    /// How one question ended.
    package struct Finding: Sendable {
        package var reference: ModelRef
        package var source: String?
        package var verdict: Verdict
        package var error: InferenceError?
        package var duration: Duration
    }

    /// The kinds of ends, as OpenClaw names them.
    package enum Verdict: String, Sendable {
        case ok, auth, rateLimit = "rate_limit", billing, timeout, format, noModel = "no_model", unknown
    }

    /// Asks all targets, `concurrency` at a time, and returns the findings in their order.
    package func ask(_ targets: [Target], concurrency: Int) async -> [Finding] {
        await withTaskGroup(of: (Int, Finding).self) { group in
            var findings: [Int: Finding] = [:]
            for (index, target) in targets.enumerated() {
                if index >= max(1, concurrency), let (done, finding) = await group.next() { findings[done] = finding }
                group.addTask { (index, await ask(target)) }
            }
            for await (index, finding) in group { findings[index] = finding }
            return targets.indices.compactMap { findings[$0] }
        }
    }

    private func ask(_ target: Target) async -> Finding {
        let start = ContinuousClock.now
        var reference = target.selection.reference
        reference.profile = target.profile
        let selection = target.selection.renamed(reference)
        let request = ChatRequest(
            model: selection.reference.model, messages: [.user("Reply with the word OK.")],
            options: ChatOptions(maxTokens: maxTokens, thinking: .off))
        var outcome = ChatOutcome()
        var failure: InferenceError?
        do {
            try await ChatConversation(runner: runner).run(request, on: [selection], into: &outcome) { _ in }
        } catch {
            failure =
                (error as? ChatFailure)?.error ?? (error as? InferenceError)
                ?? InferenceError(.cancelled, "interrupted")
        }
        return Finding(
            reference: selection.reference, source: outcome.route?.account.credential.source.label,
            verdict: failure.map { Verdict($0.code) } ?? .ok, error: failure, duration: ContinuousClock.now - start)
    }
}

extension ProviderProbe.Verdict {
    init(_ code: InferenceError.Code) {
        let verdicts: [InferenceError.Code: Self] = [
            .unauthenticated: .auth, .permissionDenied: .auth, .planClientRefused: .auth, .rateLimited: .rateLimit,
            .quotaExhausted: .billing, .deadlineExceeded: .timeout, .connectionFailed: .timeout,
            .unavailable: .timeout, .invalidRequest: .format, .unsupported: .format, .modelNotFound: .noModel,
        ]
        self = verdicts[code] ?? .unknown
    }
}
