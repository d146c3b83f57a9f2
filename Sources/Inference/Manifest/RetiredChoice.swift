/// A login or provider id that is gone: what to say instead of a failure nobody understands.
public struct RetiredChoice: Hashable, Sendable {
    /// Auth choices and provider ids that it covers.
    public var ids: [String]
    /// Hosts that it used and that no longer answer.
    public var hosts: [String]
    /// What happened.
    public var notice: String
    /// The command that leads on.
    public var hint: String

    public init(ids: [String], hosts: [String] = [], notice: String, hint: String) {
        self.ids = ids
        self.hosts = hosts
        self.notice = notice
        self.hint = hint
    }
}
