import Inference
import OpenClawHost

extension CommandContext {
    /// What carries chat requests of an installation.
    func chatRunner(
        of installation: Installation, deadlines: Deadlines, books: UsageRecorder?, purpose: Capability? = nil
    ) -> ChatRunner {
        ChatRunner(
            accounts: installation.accounts, failover: installation.failover(self),
            transport: makeTransport(installation.settings.environment.values), userAgent: userAgent,
            deadlines: deadlines, logger: makeLogger(), makeCallID: makeCallID, learn: { scrubber.learn($0) },
            usage: books, purpose: purpose)
    }
}
