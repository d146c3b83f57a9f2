package import Inference

/// One place that was looked at for a credential, and what was found there.
package struct CredentialCandidate: Hashable, Sendable {
    package var source: CredentialSource
    package var outcome: Outcome

    package init(_ source: CredentialSource, _ outcome: Outcome) {
        self.source = source
        self.outcome = outcome
    }

    /// What a place holds.
    package enum Outcome: Hashable, Sendable {
        case usable(Secret)
        /// Nothing is there; not worth a word unless nothing is anywhere.
        case absent
        /// Something is there that may not or cannot be used, with the reason code and one line for people.
        case excluded(code: String, reason: String)
    }

    package var secret: Secret? { if case .usable(let secret) = outcome { secret } else { nil } }
    package var exclusion: String? { if case .excluded(_, let reason) = outcome { reason } else { nil } }
}
