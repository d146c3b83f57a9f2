/// How much a model should reason, in the words of the command line. Open: providers map what they know.
public struct ThinkingLevel: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let off: ThinkingLevel = "off"
    public static let minimal: ThinkingLevel = "minimal"
    public static let low: ThinkingLevel = "low"
    public static let medium: ThinkingLevel = "medium"
    public static let high: ThinkingLevel = "high"
    /// The model decides.
    public static let adaptive: ThinkingLevel = "adaptive"
    public static let xhigh: ThinkingLevel = "xhigh"
    public static let max: ThinkingLevel = "max"

    /// The levels that the command line offers, lowest first.
    public static let all: [ThinkingLevel] = [.off, .minimal, .low, .medium, .high, .adaptive, .xhigh, .max]
}
