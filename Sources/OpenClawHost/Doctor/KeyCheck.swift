import Inference

/// Whether each key is taken by the plan and region it is used with.
struct KeyCheck: DoctorCheck {
    let id = "key"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        guard let accounts = context.accounts else { return [] }
        let provider = wanted(accounts, context)
        return missing(provider, accounts, context)
            + context.examinations.flatMap { judge($0, isWanted: $0.provider == provider?.id, context) }
    }

    /// The provider that requests go to when no model is named.
    private func wanted(_ accounts: Accounts, _ context: DoctorContext) -> ProviderAccount? {
        let primary = DefaultModelSetting(accounts.settings).primary.flatMap { ModelRef(parsing: $0) }
        let id = primary?.provider ?? context.manifests.first?.id
        return id.flatMap { try? accounts.account($0) }
    }

    /// The provider of the default model needs a key.
    private func missing(
        _ account: ProviderAccount?, _ accounts: Accounts, _ context: DoctorContext
    ) -> [DoctorFinding] {
        guard let account else { return [] }
        do throws(InferenceError) {
            _ = try accounts.route(to: account.id)
            return []
        } catch {
            let working = context.examinations.first { $0.isInUse && $0.answer?.verdict == .accepted }
            let other = working.flatMap { context.manifest($0.provider) }
                .map { "openclaw models set \($0.id)/\($0.defaults.chat)" }
            return [finding(.error, error.message, fixCommand: other ?? error.hint)]
        }
    }

    private func judge(
        _ examination: KeyExamination, isWanted: Bool, _ context: DoctorContext
    ) -> [DoctorFinding] {
        let what = "\(examination.source.label) with \(examination.endpoint.label)"
        guard let answer = examination.answer else {
            return [finding(.note, "\(what): not asked, because its host is no built-in one")]
        }
        switch answer.verdict {
        case .accepted: return [finding(.ok, "\(what): \(answer.reason)")]
        case .unclear: return [finding(.warning, "\(what): \(answer.reason); the answer is not known to mean anything")]
        case .unreachable: return []
        case .refused: return [refused(examination, answer, what, isWanted, context)]
        }
    }

    private func refused(
        _ examination: KeyExamination, _ answer: ProbeAnswer, _ what: String, _ isWanted: Bool, _ context: DoctorContext
    ) -> DoctorFinding {
        let id = examination.source.profileID
        let removal = id.map { "openclaw models auth remove --provider \(examination.provider) --profile-id \($0)" }
        guard examination.isInUse else {
            return finding(.warning, "\(what): \(answer.reason); it is not in use", fixCommand: removal)
        }
        guard isWanted else {
            return finding(
                .warning, "\(what): \(answer.reason); the default model is of another provider", fixCommand: removal)
        }
        guard let right = examination.others?.accepted.first, let manifest = context.manifest(right.target.provider)
        else {
            let unanswered = examination.others?.answers.contains { $0.verdict == .unreachable } == true
            let rest = unanswered ? "not every other endpoint answered" : "no other plan or region takes it either"
            return finding(.error, "\(what): \(answer.reason); \(rest)", fixCommand: "openclaw onboard")
        }
        return finding(
            .error, "\(what): \(answer.reason); it is a key of \(right.endpoint.label)",
            fixCommand: KeyMove(
                to: right.endpoint, of: manifest, from: examination.source.reusable, workspace: nil
            ).command)
    }
}

extension CredentialSource {
    /// What `--key-from` takes.
    fileprivate var reusable: String {
        switch self {
        case .profile(let id, _): id
        case .variable(let name, _): name
        case .settings(let path, _): path
        case .loopback: ""
        }
    }
}
