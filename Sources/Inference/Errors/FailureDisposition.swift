/// What may be done about a failed call beside showing it: the facts that retries and failover decide on.
public struct FailureDisposition: Hashable, Sendable {
    /// Whether the same target is worth another try.
    public var retry: Retry
    /// Whether a credential of another account or plan may succeed. Keys of one account share their limits.
    public var rotates: Bool
    /// Whether another model may succeed with the same credential.
    public var triesNextModel: Bool
    /// What the failure says something about, and so what a cooldown has to cover.
    public var scope: Scope
    /// How long what failed should be left alone.
    public var rest: Rest
    /// When the message leaves open whether the failure will pass: how to find out.
    public var probing: Probing?
    /// Whether the repair of the request holds for the model, so that later requests can be repaired before they are sent.
    public var isLesson: Bool

    public init(
        retry: Retry, rotates: Bool, triesNextModel: Bool, scope: Scope, rest: Rest = .brief, probing: Probing? = nil,
        isLesson: Bool = false
    ) {
        self.retry = retry
        self.rotates = rotates
        self.triesNextModel = triesNextModel
        self.scope = scope
        self.rest = rest
        self.probing = probing
        self.isLesson = isLesson
    }

    /// How to try again: not at all, once, with growing pauses, or once with a repaired request.
    public enum Retry: String, Hashable, Sendable, Codable { case never, once, backoff, repaired }

    /// What is affected: this request only, one model of the account, the whole plan, or the credential.
    public enum Scope: String, Hashable, Sendable, Codable { case request, model, plan, credential }

    /// How long what failed should be left alone: seconds to minutes, until the bill is paid, until somebody gives a new
    /// key, or until a window opens again (`resetAt` or `retryAfter` of the error).
    public enum Rest: String, Hashable, Sendable, Codable { case brief, billing, revoked, window }

    /// One request every so often, until it succeeds or the time is over; what fails longer is used up.
    public struct Probing: Hashable, Sendable, Codable {
        /// Seconds from one request to the next.
        public var every: Int
        /// Seconds until the failure counts as lasting.
        public var limit: Int

        public init(every: Int, limit: Int) {
            self.every = every
            self.limit = limit
        }
    }
}
