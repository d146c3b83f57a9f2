import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Asks before something expensive: above `agents.defaults.mediaConfirmAbove`.
struct MediaPrice {
    private let context: CommandContext
    private let limit: Decimal
    /// Whether the user wrote the limit down: then it holds where nobody can be asked, too.
    private let isChosen: Bool
    private let options: MediaJobOptions

    private static let usualLimit: Decimal = 2

    init(_ context: CommandContext, _ installation: Installation, _ options: MediaJobOptions) {
        self.context = context
        self.options = options
        let setting = installation.accounts.settings.value(["agents", "defaults", "mediaConfirmAbove"])?.double
        limit = setting.map { Decimal($0) } ?? Self.usualLimit
        isChosen = setting != nil
    }

    /// - Throws: when the user says no, or cannot be asked and has set a limit.
    func confirm(_ cost: CostEstimate?) throws {
        guard let cost, cost.amount > limit, !options.yes else { return }
        guard !options.json, context.input.isTerminal, context.diagnostics.isTerminal else {
            guard isChosen else { return }
            throw InferenceError(
                .budgetExceeded,
                "it costs about \(cost.text), which is above agents.defaults.mediaConfirmAbove; add --yes",
                hint: "openclaw config set agents.defaults.mediaConfirmAbove \(cost.amount)")
        }
        let prompter = TerminalPrompter(context: context)
        guard try prompter.confirm("This costs about \(cost.text). Go on?", preselected: false) else {
            throw InferenceError(.cancelled, "nothing was sent")
        }
    }
}
