import Inference

/// What a service sees that is started at boot: nothing of the shell in which the user works.
struct DaemonCheck: DoctorCheck {
    let id = "daemon"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        guard let accounts = context.accounts, let host = context.host else { return [] }
        let dotenv = context.locations.shortened(context.locations.dotenvFile)
        let folder = context.locations.shortened(context.locations.stateDirectory)
        let routes = accounts.known.compactMap { try? accounts.route(to: $0.id) }
        var seen: Set<String> = []
        let findings = routes.compactMap { route -> DoctorFinding? in
            guard let name = Self.shellOnly(route.credential.source), seen.insert(name).inserted else { return nil }
            return finding(
                .warning,
                "the key of \(route.account.id) is in \(name) of this shell only; a service that is started at boot "
                    + "does not see it",
                fixCommand: "(umask 077; mkdir -p \(folder) && printf '\(name)=%s\\n' \"$\(name)\" >> \(dotenv))")
        }
        let proxies = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"]
        let shell = proxies.filter { host.environment[$0]?.source == .process }
        let notes =
            shell.isEmpty
            ? []
            : [
                finding(
                    .note,
                    "\(shell.joined(separator: ", ")) set in this shell only; a service needs it in \(dotenv)"
                )
            ]
        guard findings.isEmpty, !routes.isEmpty else { return findings + notes }
        return [finding(.ok, "a service would find the same keys as this shell")] + notes
    }

    /// The variable that holds a key and is set for this process only.
    private static func shellOnly(_ source: CredentialSource) -> String? {
        let place: String? =
            switch source {
            case .variable(_, let place): place
            case .profile(_, let place): place
            case .settings(_, let place): place.split(separator: ", ").last.map(String.init)
            case .loopback: nil
            }
        guard let place, place.hasPrefix("env: ") else { return nil }
        return String(place.dropFirst("env: ".count))
    }
}
