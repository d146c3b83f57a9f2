/// One way to pay: what keys belong to.
public struct Plan: Hashable, Sendable {
    /// The id, for example `standard`.
    public var id: PlanID
    /// The name to show.
    public var label: String
    /// Whether requests are covered by a subscription, so that they cost nothing apart.
    public var isSubscription: Bool
    /// Whether the vendor allows the plan only to a person at work, not to scripts and shared back ends.
    public var isInteractiveOnly: Bool
    /// Beginnings of keys that are usual for the plan. A hint only: plans share them.
    public var keyPrefixes: [String]
    /// What the vendor asks of users of the plan, to be shown once.
    public var terms: String?
    /// How much of the plan may be used in which time, the shortest span first; empty when nothing is limited.
    public var windows: [PlanWindow]

    public init(
        id: PlanID, label: String, isSubscription: Bool, isInteractiveOnly: Bool = false, keyPrefixes: [String] = [],
        terms: String? = nil, windows: [PlanWindow] = []
    ) {
        self.id = id
        self.label = label
        self.isSubscription = isSubscription
        self.isInteractiveOnly = isInteractiveOnly
        self.keyPrefixes = keyPrefixes
        self.terms = terms
        self.windows = windows
    }
}
