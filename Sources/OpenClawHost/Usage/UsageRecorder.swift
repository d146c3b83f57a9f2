package import Inference
import Synchronization

/// Keeps the books of one process: refuses what the budgets do not pay for, writes every request down, and warns early.
///
/// A ledger that fails never stops a request: that is said once.
package final class UsageRecorder: Sendable {
    private let ledger: any UsageLedger
    private let settings: UsageSettings
    private let zone: LocalZone
    private let spending: SpendingWatch
    private let windows: WindowWatch
    let now: @Sendable () -> Double
    private let warn: @Sendable (String) -> Void
    private let said = Mutex<Set<String>>([])
    private let held = Mutex<[String]>([])
    private let names = Mutex(Names())

    /// How credentials, and those who ask with them, are called in the books.
    private struct Names {
        var fingerprints: [Secret: String] = [:]
        /// The one that was asked for last is mostly the next one too.
        var last: (terms: UsageTerms, party: UsageParty)?
    }

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
        spending = SpendingWatch(settings.budgets, ledger: ledger, zone: zone)
        windows = WindowWatch(settings, ledger: ledger, now: now)
    }

    deinit { settle() }

    /// Closes the books for now: writes down what is waiting, and gives out what was learnt at the ends of answers. Call it
    /// before the process ends.
    package func settle() {
        do throws(InferenceError) { try ledger.flush() } catch { holdFailure(error) }
        lookAtWindows()
        announce()
    }

    /// Gives out what was learnt at the ends of answers. It is held back until somebody has room for it, because the end of
    /// an answer may be in the middle of a line.
    private func announce() {
        let messages = held.withLock { held in
            defer { held = [] }
            return held
        }
        messages.forEach(warn)
    }

    /// Books with the same budgets in which nothing is written down.
    var unwritten: UsageRecorder {
        UsageRecorder(
            ledger: UnwrittenLedger(ledger: ledger), settings: settings, zone: zone, now: now, warn: warn)
    }

    /// Begins the account of a request, just before it goes out.
    ///
    /// - Parameter input: how many tokens the request probably is; asked only when a budget or a stopped answer needs it.
    /// - Throws: `.budgetExceeded` when the request may not go out.
    package func begin(
        _ subject: consuming UsageSubject, input: @autoclosure @escaping @Sendable () -> TokenEstimate
    ) throws(InferenceError) -> CallMeter {
        let budget = try budget(for: subject, input: input)
        return CallMeter(subject: subject, recorder: self, input: input, budget: budget)
    }

    /// Whether the budgets pay for something whose price is known before it is asked for.
    ///
    /// - Throws: `.budgetExceeded` when they do not.
    func admit(_ cost: CostEstimate) throws(InferenceError) {
        guard settings.budgets.contains(where: { $0.currency == cost.currency }) else { return }
        let uses: [BudgetUse]
        do {
            uses = try spending.uses(at: now())
        } catch {
            return sayOnce("the budget cannot hold: \(error.message)")
        }
        for use in uses where use.budget.currency == cost.currency && use.remaining < cost.amount {
            throw use.exceeded(stopped: false)
        }
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
            uses = try spending.uses(at: now())
        } catch {
            sayOnce("the budget cannot hold: \(error.message)")
            return nil
        }
        return try BudgetMeter(uses, price: price, input: input().tokens)
    }

    /// Writes a request down. Nothing here waits for a disk, and whether a plan is nearly used is looked at later.
    func record(_ subject: UsageSubject, _ make: (_ fingerprint: String) -> UsageRecord) {
        record(make(party(of: subject).credential), of: subject)
    }

    /// Writes a request down, as above.
    func record(_ record: UsageRecord, of subject: UsageSubject) {
        do throws(InferenceError) { try ledger.append(record) } catch { holdFailure(error) }
        if case .amount(let amount, let currency) = record.cost {
            let expense = Expense(time: record.time, currency: currency, amount: amount)
            spending.spend(expense, at: now()).filter(\.isNearlyUsed).forEach(holdWarning)
        }
        if record.isAccepted, windows.use(subject, record) {
            ledger.later { [weak self] in self?.lookAtWindows() }
        }
    }

    /// Writes down what a request cost that was written down before anybody knew.
    func settle(_ late: LateCost) {
        ledger.settle(late)
        guard case .amount(let amount, let currency) = late.cost else { return }
        let expense = Expense(time: late.time, currency: currency, amount: amount)
        spending.spend(expense, at: late.time).filter(\.isNearlyUsed).forEach(holdWarning)
    }

    /// Who is asked, as the books say it.
    func party(of subject: UsageSubject) -> UsageParty {
        names.withLock { names in
            if let last = names.last, last.terms === subject.terms { return last.party }
            let secret = subject.credential
            let name = names.fingerprints[secret] ?? ledger.fingerprint(of: secret)
            names.fingerprints[secret] = name
            let party = UsageParty(subject.terms, credential: name)
            names.last = (subject.terms, party)
            return party
        }
    }

    private func lookAtWindows() {
        do throws(InferenceError) {
            for news in try windows.look() { holdOnce(news.message, as: news.id) }
        } catch {
            holdFailure(error)
        }
    }

    private func holdWarning(_ use: BudgetUse) {
        let budget = use.budget
        holdOnce(
            "\(use.spent) of \(budget.limit) \(budget.currency) of the budget per \(budget.period.rawValue) are spent",
            as: budget.setting)
    }

    private func holdFailure(_ error: InferenceError) { holdOnce("usage is not being recorded: \(error.message)") }

    private func sayOnce(_ message: String) {
        if said.withLock({ $0.insert(message).inserted }) { warn(message) }
    }

    private func holdOnce(_ message: String, as id: String? = nil) {
        guard said.withLock({ $0.insert(id ?? message).inserted }) else { return }
        held.withLock { $0.append(message) }
    }
}
