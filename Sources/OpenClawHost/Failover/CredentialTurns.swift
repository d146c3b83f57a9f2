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
        ordered(group) { CredentialFingerprint.of($0.credential.secret) }
    }

    /// Ways of one group in the order in which they are tried, given the fingerprints of their credentials.
    func ordered<Way>(_ group: [Way], fingerprint: (Way) -> String) -> [Way] {
        guard group.count > 1 else { return group }
        return switch self {
        case .fixed: group
        case .conversation(let id): Self.sorted(group) { StableHash.of(id + " " + fingerprint($0)) }
        case .leastRecent(let times): Self.sorted(group) { times[fingerprint($0)] ?? 0 }
        }
    }

    private static func sorted<Way>(_ group: [Way], by rank: (Way) -> some Comparable) -> [Way] {
        let ranks = group.map(rank)
        return group.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { group[$0] }
    }
}
