/// A credential that cannot be printed by accident: every description of it is redacted.
public struct Secret: Hashable, Sendable {
    private let value: String

    /// Wraps a secret as it was given; surrounding white space and embedded line breaks are removed.
    public init(_ value: String) {
        self.value = String(value.trimmingASCIIWhitespace().filter { !$0.isNewline })
    }

    /// The secret itself. Call this only where the bytes leave for the endpoint they are bound to, or for the store.
    public func expose() -> String { value }

    /// Whether nothing is left after trimming.
    public var isEmpty: Bool { value.isEmpty }

    /// What may be shown: at most the public prefix and the last four characters.
    public var masked: String {
        guard value.count > 12 else { return "***" }
        let prefix = ["sk-sp-", "sk-ws-", "sk-", "st-"].first { value.hasPrefix($0) } ?? ""
        return prefix + "***" + value.suffix(4)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { masked }
    public var debugDescription: String { masked }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
