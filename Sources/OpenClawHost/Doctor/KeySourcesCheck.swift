import Inference

/// Keys that are set and not used, and references that lead nowhere.
struct KeySourcesCheck: DoctorCheck {
    let id = "sources"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        guard let accounts = context.accounts else { return [] }
        let findings = accounts.known.flatMap { judge($0, accounts) } + ignored(context)
        return findings.isEmpty ? [finding(.ok, "no key contradicts another")] : findings
    }

    private func judge(_ account: ProviderAccount, _ accounts: Accounts) -> [DoctorFinding] {
        guard let target = try? accounts.endpoint(for: account) else { return [] }
        let candidates = accounts.resolver.candidates(for: account, target: target)
        let used = candidates.first { $0.secret != nil }
        let shadowed = candidates.filter { candidate in
            candidate.secret != nil && candidate.secret != used?.secret && candidate.source.profileID == nil
        }
        let shadows = shadowed.map { candidate in
            finding(
                .warning,
                "\(candidate.source.label) holds another key of \(account.id), which is not used: "
                    + "\(used?.source.label ?? "") comes first",
                fixCommand: used?.source.profileID.map {
                    "openclaw models auth remove --provider \(account.id) --profile-id \($0)"
                })
        }
        return shadows + candidates.compactMap { broken($0, account) }
    }

    private func broken(_ candidate: CredentialCandidate, _ account: ProviderAccount) -> DoctorFinding? {
        guard case .excluded(let code, let reason) = candidate.outcome, code != "endpoint_mismatch" else { return nil }
        let removal = candidate.source.profileID.map {
            code == "profile_missing"
                ? "openclaw models auth order clear --provider \(account.id)"
                : "openclaw models auth remove --provider \(account.id) --profile-id \($0)"
        }
        return finding(.warning, reason, fixCommand: removal)
    }

    private func ignored(_ context: DoctorContext) -> [DoctorFinding] {
        let names = Set(context.manifests.flatMap(\.environment))
        let variables = (context.host?.environment.ignored ?? []).filter { names.contains($0.name) }
        let dotenv = context.locations.shortened(context.locations.dotenvFile)
        return variables.map { variable in
            finding(
                .warning,
                "\(variable.name) in \(context.locations.shortened(variable.file)):\(variable.line) is not read: projects "
                    + "choose no keys; it belongs into \(dotenv)")
        }
    }
}
