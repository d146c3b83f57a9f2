import Inference
import OpenClawHost

/// Asks whether money may be spent where no subscription can answer, once: the answer is written into the configuration.
struct SpendingQuestion {
    private let context: CommandContext
    private let refusal: InferenceError

    /// `nil` when the failure is of another kind, when it was asked before, and when nobody can be asked.
    init?(
        after failure: any Error, of installation: Installation, display: AnswerOptions, context: CommandContext
    ) {
        guard let error = failure as? InferenceError, error.hint == SpendingConsent.command,
            SpendingConsent(settings: installation.accounts.settings) == .ask,
            !display.json, context.input.isTerminal, context.diagnostics.isTerminal
        else { return nil }
        self.context = context
        refusal = error
    }

    /// - Throws: `CommandFailure` when the request may not be sent again.
    func ask() throws {
        context.say(refusal.message)
        let answer: Bool
        do throws(InferenceError) {
            answer = try TerminalPrompter(context: context).confirm(
                "Use what is paid by use whenever no subscription can answer?", preselected: false)
        } catch {
            // Whoever closes the input has not answered.
            throw CommandFailure(ErrorReport(refusal).exit)
        }
        let consent: SpendingConsent = answer ? .allow : .declined
        try context.strictWriter(for: context.loadSettings()).update { _ throws(InferenceError) in
            [.set(SpendingConsent.path, .string(consent.rawValue))]
        }
        context.note("written: auth.spend is \"\(consent.rawValue)\"; 'openclaw config set auth.spend' changes it")
        if !answer { throw CommandFailure(ErrorReport(refusal).exit) }
    }
}
