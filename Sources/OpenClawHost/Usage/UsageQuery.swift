package import Inference

/// Which requests of the ledger are meant; what is `nil` does not matter.
package struct UsageQuery: Hashable, Sendable {
    /// From this moment on, in seconds since 1970.
    package var since: Double?
    /// Before this moment.
    package var until: Double?
    package var endpoint: EndpointID?
    /// The fingerprint of a credential.
    package var credential: String?
    /// The name of a virtual key.
    package var virtualKey: String?
    /// Our own id of the call, or the service's id of the request.
    package var id: String?
    /// Only requests that the service took.
    package var isAccepted: Bool
    /// Only requests that a subscription covers.
    package var isIncluded: Bool

    package init(
        since: Double? = nil, until: Double? = nil, endpoint: EndpointID? = nil, credential: String? = nil,
        virtualKey: String? = nil, id: String? = nil, isAccepted: Bool = false, isIncluded: Bool = false
    ) {
        self.since = since
        self.until = until
        self.endpoint = endpoint
        self.credential = credential
        self.virtualKey = virtualKey
        self.id = id
        self.isAccepted = isAccepted
        self.isIncluded = isIncluded
    }

    /// Whether a request is meant.
    package func matches(_ record: UsageRecord) -> Bool {
        (since.map { record.time >= $0 } ?? true) && (until.map { record.time < $0 } ?? true)
            && (endpoint.map { record.endpoint == $0 } ?? true)
            && (virtualKey.map { record.virtualKey == $0 } ?? true)
            && (id.map { record.callID == $0 || record.requestID == $0 } ?? true)
            && (credential.map { record.credential == $0 } ?? true) && (record.isAccepted || !isAccepted)
            && (record.cost == .included || !isIncluded)
    }
}
