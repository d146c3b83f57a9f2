/// How much of a plan may be used in a span of time, as the vendor publishes it. Facts only; counting is the host's work.
public struct PlanWindow: Hashable, Sendable {
    /// The id, for example `five_hour`: the key in reports and settings.
    public var id: String
    /// The name to show, for example "5 hours".
    public var label: String
    /// The span of time that counts.
    public var span: Span
    /// What is counted.
    public var unit: Unit
    /// How much of it; `nil` where it depends on an edition that nobody can see from here.
    public var limit: Int?
    /// Where these facts come from, and the day they were checked.
    public var source: String
    public var checked: String

    /// The span of time that a window counts.
    public enum Span: Hashable, Sendable {
        /// The last seconds, at any moment.
        case rolling(seconds: Int)
        /// From Monday 00:00 to Monday 00:00, at an offset to UTC.
        case week(utcOffset: Int)
        /// From the day of the month on which the subscription began, 00:00, at an offset to UTC.
        case month(utcOffset: Int)
    }

    /// What is counted: calls of models, or credits by the vendor's own table.
    public enum Unit: String, Hashable, Sendable, Codable { case requests, credits }

    public init(
        id: String, label: String, span: Span, unit: Unit, limit: Int? = nil, source: String = "", checked: String = ""
    ) {
        self.id = id
        self.label = label
        self.span = span
        self.unit = unit
        self.limit = limit
        self.source = source
        self.checked = checked
    }
}
