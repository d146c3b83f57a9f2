/// The id of an onboarding choice, for example `qwen-standard-api-key`.
public struct AuthChoiceID: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
