import Inference
import Synchronization

/// Looks now and then how much of a plan's windows is used, at most once per second and beside the requests.
final class WindowWatch: Sendable {
    private struct State {
        var lookedAt: [UsageOverview.Holder: Double] = [:]
        /// Uses that no look has seen yet.
        var waiting: [UsageOverview.Holder: UsageSubject] = [:]
    }

    private let ledger: any UsageLedger
    private let settings: UsageSettings
    private let now: @Sendable () -> Double
    private let state = Mutex(State())
    private static let interval: Double = 1

    init(_ settings: UsageSettings, ledger: any UsageLedger, now: @escaping @Sendable () -> Double) {
        self.settings = settings
        self.ledger = ledger
        self.now = now
    }

    /// A request was accepted.
    ///
    /// - Returns: whether it is time for a look.
    func use(_ subject: UsageSubject, _ record: UsageRecord) -> Bool {
        guard let plan = subject.plan, !plan.windows.isEmpty else { return false }
        let holder = UsageOverview.Holder(endpoint: subject.endpoint.id, credential: record.credential)
        let time = now()
        return state.withLock { state in
            state.waiting[holder] = subject
            guard abs(time - (state.lookedAt[holder] ?? -.infinity)) >= Self.interval else { return false }
            state.lookedAt[holder] = time
            return true
        }
    }

    /// What is nearly used, in the user's words, with a name for each.
    func look() throws(InferenceError) -> [(id: String, message: String)] {
        let waiting = state.withLock { state in
            defer { state.waiting = [:] }
            return state.waiting
        }
        var news: [(id: String, message: String)] = []
        for (holder, subject) in waiting {
            guard let plan = subject.plan else { continue }
            let use = try PlanUse(
                plan: plan, endpoint: subject.endpoint, credential: holder.credential, ledger: ledger,
                settings: settings, now: now())
            for window in use.windows where window.isNearlyUsed {
                guard let used = window.used, let limit = window.limit else { continue }
                let message =
                    "\(used) of \(limit) requests of the \(plan.label) are used (\(window.window.label), counted here); "
                    + "see 'openclaw usage'"
                news.append(("\(holder.endpoint) \(holder.credential) \(window.window.id)", message))
            }
        }
        return news
    }
}
