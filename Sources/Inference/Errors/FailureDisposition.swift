/// What may be done about a failed call beside showing it: the facts that retries and failover decide on.
public struct FailureDisposition: Hashable, Sendable, Codable {
    /// Whether the same target is worth another try.
    public var retry: Retry
    /// Whether a credential of another account or plan may succeed. Keys of one account share their limits.
    public var rotates: Bool
    /// Whether another model may succeed with the same credential.
    public var triesNextModel: Bool
    /// What the failure says something about, and so what a cooldown has to cover.
    public var scope: Scope

    public init(retry: Retry, rotates: Bool, triesNextModel: Bool, scope: Scope) {
        self.retry = retry
        self.rotates = rotates
        self.triesNextModel = triesNextModel
        self.scope = scope
    }

    /// How to try again: not at all, once, with growing pauses, or once with a repaired request.
    public enum Retry: String, Hashable, Sendable, Codable { case never, once, backoff, repaired }

    /// What is affected: this request only, one model of the account, the whole plan, or the credential.
    public enum Scope: String, Hashable, Sendable, Codable { case request, model, plan, credential }
}
