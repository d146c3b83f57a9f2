/// A language of a model.
public struct SpokenLanguage: Hashable, Sendable {
    /// For example `en`.
    public var code: String
    /// How requests name it, for example `English`.
    public var name: String

    public init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    /// Whether a user means it: by code, by name, or by a code of a region such as `en-US`.
    public func answers(to text: String) -> Bool {
        let wanted = text.lowercased()
        return wanted == code.lowercased() || wanted == name.lowercased() || wanted.hasPrefix(code.lowercased() + "-")
    }
}
