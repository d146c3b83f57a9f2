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
    private let isAgreed: Bool
    private let isJSON: Bool

    private static let usualLimit: Decimal = 2

    init(_ context: CommandContext, _ installation: Installation, _ options: MediaJobOptions) {
        self.init(context, installation, isAgreed: options.yes, isJSON: options.json)
    }

    /// - Parameter isAgreed: whether the user said yes beforehand.
    init(_ context: CommandContext, _ installation: Installation, isAgreed: Bool, isJSON: Bool) {
        self.context = context
        self.isAgreed = isAgreed
        self.isJSON = isJSON
        let setting = installation.accounts.settings.value(["agents", "defaults", "mediaConfirmAbove"])?.double
        limit = setting.map { Decimal($0) } ?? Self.usualLimit
        isChosen = setting != nil
    }

    /// - Throws: when the user says no, or cannot be asked and has set a limit.
    func confirm(_ cost: CostEstimate?) throws {
        guard let cost, cost.amount > limit, !isAgreed else { return }
        guard !isJSON, context.input.isTerminal, context.diagnostics.isTerminal else {
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
