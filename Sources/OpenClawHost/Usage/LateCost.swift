package import Inference

/// What a request cost that was written down before anybody knew.
package struct LateCost: Hashable, Sendable {
    package var callID: String
    package var model: ModelRef
    package var endpoint: EndpointID
    /// The virtual key that pays.
    package var virtualKey: String?
    /// When it became known, in seconds since 1970.
    package var time: Double
    package var cost: UsageCost

    package init(
        callID: String, model: ModelRef, endpoint: EndpointID, virtualKey: String?, time: Double, cost: UsageCost
    ) {
        self.callID = callID
        self.model = model
        self.endpoint = endpoint
        self.virtualKey = virtualKey
        self.time = time
        self.cost = cost
    }
}
