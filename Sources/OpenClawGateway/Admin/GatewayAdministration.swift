package import Inference
package import OpenClawHost

/// What the owner of a gateway may ask of it. Called on a thread of its own, where it may wait.
package protocol GatewayAdministration: Sendable {
    func report() -> GatewayReport

    func openStreams() -> [OpenStream]

    func cooldowns() -> [GatewayCooldown]

    /// What was done since the start.
    func activity() -> GatewayActivity

    /// What was done for one of the latest requests.
    func flight(_ id: String) -> FlightRecord?

    /// Takes over the files as they stand now.
    ///
    /// - Throws: why they were not taken over; everything goes on as before then.
    func reload() throws(InferenceError)

    /// Ends the gateway; called when the answer to its owner is on the way.
    ///
    /// - Parameter draining: whether open requests are waited for.
    func stop(draining: Bool)
}

extension GatewayAdministration {
    /// The answer to a request; ending the gateway is left to the caller.
    func answer(_ request: AdminRequest) -> AdminReply {
        switch request.operation {
        case .status, .drain, .stop: return AdminReply(status: report())
        case .streams: return AdminReply(streams: openStreams())
        case .cooldowns: return AdminReply(cooldowns: cooldowns())
        case .activity: return AdminReply(activity: activity())
        case .flight: return AdminReply(flight: flight(request.request ?? ""))
        case .reload:
            do throws(InferenceError) {
                try reload()
                return AdminReply(status: report())
            } catch {
                return AdminReply(error)
            }
        }
    }
}
