/// A model named with its provider, as users write it: `provider/model`, optionally `provider/model@profile`.
///
/// The text is split at the first `/` only, because model ids may contain slashes themselves.
public struct ModelRef: Hashable, Sendable, CustomStringConvertible {
    /// The provider half, lower case and trimmed; aliases are not resolved here.
    public var provider: ProviderID
    /// The model half, spelled as the user wrote it.
    public var model: ModelID
    /// The credential profile after `@`, when the user named one.
    public var profile: String?

    public init(provider: ProviderID, model: ModelID, profile: String? = nil) {
        self.provider = provider
        self.model = model
        self.profile = profile
    }

    /// Parses `provider/model` or `provider/model@profile`; `nil` when either half is empty or there is no `/`.
    public init?(parsing text: String) {
        let (reference, profile) = Self.splitProfile(text.trimmingASCIIWhitespace())
        guard let slash = reference.firstIndex(of: "/") else { return nil }
        let provider = reference[..<slash].trimmingASCIIWhitespace().lowercased()
        let model = reference[reference.index(after: slash)...].trimmingASCIIWhitespace()
        guard !provider.isEmpty, !model.isEmpty else { return nil }
        self.init(provider: ProviderID(provider), model: ModelID(model), profile: profile)
    }

    public var description: String {
        let prefix = provider.rawValue + "/"
        let key = model.rawValue.hasPrefix(prefix) ? model.rawValue : prefix + model.rawValue
        return profile.map { "\(key)@\($0)" } ?? key
    }

    /// Splits a trailing `@profile` off; the profile must not contain `/`, so that `@` inside ids survives.
    public static func splitProfile(_ text: String) -> (reference: String, profile: String?) {
        guard let mark = text.lastIndex(of: "@"), mark != text.startIndex else { return (text, nil) }
        let profile = text[text.index(after: mark)...]
        guard !profile.isEmpty, !profile.contains("/") else { return (text, nil) }
        return (String(text[..<mark]), String(profile))
    }
}
