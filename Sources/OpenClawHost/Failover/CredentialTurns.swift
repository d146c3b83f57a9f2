import Inference

/// How several credentials of one kind take turns.
package enum CredentialTurns: Sendable {
    /// As they stand: the order of the user, or of the files.
    case fixed
    /// Spread over conversations, each keeping its credential, so that the service's prompt caches hold.
    case conversation(String)
    /// The one that was used longest ago first: seconds since 1970 by fingerprint.
    case leastRecent([String: Double])

    /// The credentials in the order in which they are tried.
    func ordered(_ credentials: [ResolvedCredential]) -> [ResolvedCredential] {
        switch self {
        case .fixed: credentials
        case .conversation(let id):
            sorted(credentials) { StableHash.of(id + " " + CredentialFingerprint.of($0.secret)) }
        case .leastRecent(let times): sorted(credentials) { times[CredentialFingerprint.of($0.secret)] ?? 0 }
        }
    }

    private func sorted(
        _ credentials: [ResolvedCredential], by rank: (ResolvedCredential) -> some Comparable
    ) -> [ResolvedCredential] {
        credentials.map { (rank($0), $0) }.enumerated()
            .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    }
}
