package import Inference

/// What the endpoints said about a key.
package struct Discovery: Hashable, Sendable {
    /// The answers, the likeliest endpoint first.
    package var answers: [ProbeAnswer]

    package init(answers: [ProbeAnswer]) { self.answers = answers }

    /// The endpoints that take the key.
    package var accepted: [ProbeAnswer] { answers.filter { $0.verdict == .accepted } }

    /// The one endpoint that takes the key, when it is one.
    package var only: ProbeAnswer? { accepted.count == 1 ? accepted[0] : nil }

    /// Whether every endpoint answered, and refused.
    package var isRefused: Bool { !answers.isEmpty && answers.allSatisfy { $0.verdict == .refused } }

    /// How the search went, a line each.
    package var explanation: [String] {
        ["asked \(answers.count) endpoints, the likeliest by the beginning of the key first; the answers decide"]
            + answers.map(\.line)
    }

    package var json: JSONValue {
        ["found": only.map { .string($0.endpoint.id.rawValue) } ?? .null, "asked": .array(answers.map(\.json))]
    }
}

extension Discovery {
    /// Why no endpoint can be chosen, and what the user can do.
    package func failure(manifests: [ProviderManifest]) -> InferenceError {
        let choices = { (answers: [ProbeAnswer]) in
            answers.compactMap { answer in
                manifests.first { $0.id == answer.target.provider }?.choice(for: answer.endpoint).id.rawValue
            }
        }
        if accepted.count > 1 {
            return InferenceError(
                .invalidConfiguration,
                "the key works with \(Self.names(accepted)); expected --auth-choice with one of "
                    + choices(accepted).joined(separator: ", "),
                hint: "openclaw onboard --auth-choice \(choices(accepted)[0])")
        }
        guard !isRefused else {
            return InferenceError(
                .unauthenticated,
                "the key was refused by \(Self.names(answers)); was it copied whole, and is it still valid?",
                hint: manifests.first.map { "look at the key at \($0.keysPage), then run: openclaw onboard" })
        }
        let open = answers.filter { $0.verdict != .refused }
        let refused = answers.filter { $0.verdict == .refused }
        let known = refused.isEmpty ? "" : "; refused by \(Self.names(refused))"
        let reasons = Self.grouped(open)
        let isUnreachable = open.contains { $0.verdict == .unreachable }
        return InferenceError(
            isUnreachable ? .connectionFailed : .invalidConfiguration,
            "could not find out what the key belongs to: \(reasons)\(known)",
            hint: choices(open).first.map { "openclaw onboard --auth-choice \($0)" })
    }

    /// The answers with the endpoints that gave the same one together.
    private static func grouped(_ answers: [ProbeAnswer]) -> String {
        let reasons = answers.map(\.reason).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return reasons.map { reason in
            "\(names(answers.filter { $0.reason == reason })): \(reason)"
        }.joined(separator: "; ")
    }

    private static func names(_ answers: [ProbeAnswer]) -> String {
        answers.map(\.endpoint.label).joined(separator: ", ")
    }
}
