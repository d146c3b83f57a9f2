import Inference

extension Installation {
    /// A key that a service would not find, because only this shell has it.
    package struct ShellOnlyKey: Hashable, Sendable {
        package var provider: String
        package var variable: String
    }

    package var shellOnlyKeys: [ShellOnlyKey] {
        var seen: Set<String> = []
        return accounts.known.compactMap { account in
            guard let route = try? accounts.route(to: account.id) else { return nil }
            let place: String? =
                switch route.credential.source {
                case .variable(_, let place): place
                case .profile(_, let place): place
                case .settings(_, let place): place.split(separator: ", ").last.map(String.init)
                case .loopback: nil
                }
            guard let place, place.hasPrefix("env: ") else { return nil }
            let variable = String(place.dropFirst("env: ".count))
            return seen.insert(variable).inserted ? ShellOnlyKey(provider: "\(account.id)", variable: variable) : nil
        }
    }
}
