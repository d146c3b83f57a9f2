package import Inference
import Synchronization

/// Keeps the books of one process: refuses what the budgets do not pay for, writes every request down, and warns early.
///
/// A ledger that fails never stops a request: that is said once.
package final class UsageRecorder: Sendable {
    private let ledger: any UsageLedger
    private let settings: UsageSettings
    private let zone: LocalZone
    let now: @Sendable () -> Double
    private let warn: @Sendable (String) -> Void
    private let said = Mutex<Set<String>>([])
    private let held = Mutex<[String]>([])

    /// - Parameters:
    ///   - zone: where the days and months of budgets begin.
    ///   - now: seconds since 1970.
    ///   - warn: hears what the user should know, each thing once.
    package init(
        ledger: any UsageLedger, settings: UsageSettings, zone: LocalZone = .system,
        now: @escaping @Sendable () -> Double, warn: @escaping @Sendable (String) -> Void
    ) {
        self.ledger = ledger
        self.settings = settings
        self.zone = zone
        self.now = now
        self.warn = warn
    }

    deinit { announce() }

    /// Gives out what was learnt at the ends of answers. It is held back until somebody has room for it, because the end of
    /// an answer may be in the middle of a line.
    package func announce() {
        let messages = held.withLock { held in
            defer { held = [] }
            return held
        }
        messages.forEach(warn)
    }

    /// Begins the account of a request, just before it goes out.
    ///
    /// - Parameter input: how many tokens the request probably is; asked only when a budget or a stopped answer needs it.
    /// - Throws: `.budgetExceeded` when the request may not go out.
    package func begin(
        _ subject: UsageSubject, input: @autoclosure @escaping @Sendable () -> TokenEstimate
    ) throws(InferenceError) -> CallMeter {
        let budget = try budget(for: subject, input: input)
        return CallMeter(subject: subject, recorder: self, input: input, budget: budget)
    }

    private func budget(for subject: UsageSubject, input: () -> TokenEstimate) throws(InferenceError) -> BudgetMeter? {
        guard !settings.budgets.isEmpty, subject.plan?.isSubscription != true else { return nil }
        guard let price = subject.price else {
            sayOnce("the budget cannot hold for \(subject.provider)/\(subject.model): nobody published its price")
            return nil
        }
        guard settings.budgets.contains(where: { $0.currency == price.currency }) else {
            sayOnce("no budget is set in \(price.currency), the currency of \(subject.endpoint.label)")
            return nil
        }
        let uses: [BudgetUse]
        do {
            uses = try BudgetUse.all(of: settings.budgets, ledger: ledger, zone: zone, now: now())
        } catch {
            sayOnce("the budget cannot hold: \(error.message)")
            return nil
        }
        return try BudgetMeter(uses, price: price, input: input().tokens)
    }

    /// Writes a request down and looks whether a limit is near.
    func record(_ subject: UsageSubject, _ make: (_ fingerprint: String) -> UsageRecord) {
        let record = make(ledger.fingerprint(of: subject.credential))
        do throws(InferenceError) {
            try ledger.append(record)
            if record.isAccepted { try warnOfWindows(subject, record) }
            if case .amount(_, let currency) = record.cost { try warnOfBudgets(currency) }
        } catch {
            holdOnce("usage is not being recorded: \(error.message)")
        }
    }

    private func warnOfWindows(_ subject: UsageSubject, _ record: UsageRecord) throws(InferenceError) {
        guard let plan = subject.plan, !plan.windows.isEmpty else { return }
        let use = try PlanUse(
            plan: plan, endpoint: subject.endpoint, credential: record.credential, ledger: ledger, settings: settings,
            now: now())
        for window in use.windows where window.isNearlyUsed {
            guard let used = window.used, let limit = window.limit else { continue }
            let id = "\(subject.endpoint.id) \(record.credential) \(window.window.id)"
            holdOnce(
                "\(used) of \(limit) requests of the \(plan.label) are used (\(window.window.label), counted here); "
                    + "see 'openclaw usage'", as: id)
        }
    }

    private func warnOfBudgets(_ currency: String) throws(InferenceError) {
        let budgets = settings.budgets.filter { $0.currency == currency }
        for use in try BudgetUse.all(of: budgets, ledger: ledger, zone: zone, now: now()) where use.isNearlyUsed {
            let budget = use.budget
            holdOnce(
                "\(use.spent) of \(budget.limit) \(currency) of the budget per \(budget.period.rawValue) are spent",
                as: budget.setting)
        }
    }

    private func sayOnce(_ message: String) {
        if said.withLock({ $0.insert(message).inserted }) { warn(message) }
    }

    private func holdOnce(_ message: String, as id: String? = nil) {
        guard said.withLock({ $0.insert(id ?? message).inserted }) else { return }
        held.withLock { $0.append(message) }
    }
}
