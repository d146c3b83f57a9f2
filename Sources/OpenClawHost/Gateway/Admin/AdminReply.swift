package import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a gateway answers its owner: one JSON object on a line.
package struct AdminReply: Hashable, Codable, Sendable {
    package struct Failure: Hashable, Codable, Sendable {
        package var code: String
        package var message: String
        package var hint: String?

        package init(code: String, message: String, hint: String? = nil) {
            self.code = code
            self.message = message
            self.hint = hint
        }
    }

    package var error: Failure?
    package var status: GatewayReport?
    package var streams: [OpenStream]?
    package var cooldowns: [GatewayCooldown]?
    package var activity: GatewayActivity?
    package var flight: FlightRecord?

    package init(
        error: Failure? = nil, status: GatewayReport? = nil, streams: [OpenStream]? = nil,
        cooldowns: [GatewayCooldown]? = nil, activity: GatewayActivity? = nil, flight: FlightRecord? = nil
    ) {
        self.error = error
        self.status = status
        self.streams = streams
        self.cooldowns = cooldowns
        self.activity = activity
        self.flight = flight
    }

    package init(_ error: InferenceError) {
        self.init(error: Failure(code: error.code.rawValue, message: error.message, hint: error.hint))
    }
}
