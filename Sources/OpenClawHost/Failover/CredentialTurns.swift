import Inference

/// How several credentials of one kind take turns.
package enum CredentialTurns: Sendable {
    /// As they stand: the order of the user, or of the files.
    case fixed
    /// Spread over conversations, each keeping its credential, so that the service's prompt caches hold.
    case conversation(String)
    /// The one that was used longest ago first: seconds since 1970 by fingerprint.
    case leastRecent([String: Double])

    /// The routes of one group in the order in which they are tried.
    func ordered(_ group: [AccountRoute]) -> [AccountRoute] {
        guard group.count > 1 else { return group }
        return switch self {
        case .fixed: group
        case .conversation(let id): sorted(group) { StableHash.of(id + " " + $0) }
        case .leastRecent(let times): sorted(group) { times[$0] ?? 0 }
        }
    }

    private func sorted(_ group: [AccountRoute], by rank: (String) -> some Comparable) -> [AccountRoute] {
        group.map { (rank(CredentialFingerprint.of($0.credential.secret)), $0) }.enumerated()
            .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }
}
