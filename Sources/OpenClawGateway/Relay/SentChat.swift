import OpenClawHost

/// A request that went out, with all that its carrier knows of it. It is looked at often and never changed, and large: here it is
/// held once instead of copied at every look.
final class SentChat: Sendable {
    let value: ChatSending

    init(_ value: ChatSending) { self.value = value }
}
