/// Where a credential stands.
package enum CredentialSource: Hashable, Sendable {
    /// A stored profile, with the place that its reference leads to, if it holds one.
    case profile(id: String, place: String?)
    /// An environment variable, with the place where it was set.
    case variable(name: String, place: String)
    /// A key in the user's configuration, with its file and line.
    case settings(path: String, place: String)
    /// No key at all: a server on this machine that was given none.
    case loopback

    /// The profile, when it is one.
    package var profileID: String? { if case .profile(let id, _) = self { id } else { nil } }

    /// One line for people and for `explain`.
    package var label: String {
        switch self {
        case .profile(let id, let place): "profile:\(id)" + (place.map { " (\($0))" } ?? "")
        case .variable(let name, let place): place == "env: \(name)" ? place : "env: \(name) (\(place))"
        case .settings(let path, let place): "\(path) (\(place))"
        case .loopback: "none (loopback)"
        }
    }
}
