package import Inference

/// How a speech ended.
package struct SpeechOutcome: Hashable, Sendable {
    /// Bytes of the sound.
    package var byteCount = 0
    /// As the service counted; `nil` when it did not.
    package var characters: Int?
    package var requestIDs: [String] = []
    /// By the published prices; `nil` when nobody published them or a subscription pays.
    package var cost: CostEstimate?

    package init(
        byteCount: Int = 0, characters: Int? = nil, requestIDs: [String] = [], cost: CostEstimate? = nil
    ) {
        self.byteCount = byteCount
        self.characters = characters
        self.requestIDs = requestIDs
        self.cost = cost
    }
}
