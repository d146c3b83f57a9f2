/// How a gateway stands at a moment.
package struct GatewayGauges: Hashable, Sendable {
    package var connections = 0
    package var openRequests = 0
    package var idleUpstreams = 0
    /// Requests since the start.
    package var requests = 0
}
