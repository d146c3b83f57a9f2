/// One thing that was changed in a request or an answer, and why. Nothing is ever changed silently.
public struct Adjustment: Hashable, Sendable {
    /// The rule that acted, for example `max-tokens-clamped`; listed with its source in `docs/dialect.md`.
    public var rule: String
    /// One line for the user, for example "max_tokens clamped to 65536".
    public var message: String

    public init(rule: String, message: String) {
        self.rule = rule
        self.message = message
    }
}
