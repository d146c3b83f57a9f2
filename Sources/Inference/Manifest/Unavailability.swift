/// A plan, or one endpoint of it, that is known not to serve a model.
public struct Unavailability: Hashable, Sendable {
    public var plan: PlanID
    /// Only this endpoint of the plan; `nil` means all.
    public var endpoint: EndpointID?
    /// One line for the user.
    public var reason: String

    public init(plan: PlanID, endpoint: EndpointID? = nil, reason: String) {
        self.plan = plan
        self.endpoint = endpoint
        self.reason = reason
    }
}
