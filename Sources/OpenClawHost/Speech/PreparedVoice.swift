package import Inference

/// A voice that could be made: checked, with its price, and nothing sent.
package struct PreparedVoice: Sendable {
    package var plan: VoicePlan
    package var warnings: [String]
    let seat: VoiceDesk.Seat

    package var reference: ModelRef { ModelRef(provider: seat.entry.id, model: plan.target) }
    package var endpoint: Endpoint { seat.endpoint }
    /// Whether a subscription pays.
    package var isIncluded: Bool { seat.payer?.isSubscription == true }
}
