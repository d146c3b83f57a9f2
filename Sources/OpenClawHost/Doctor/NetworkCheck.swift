import Inference

/// Whether the services can be reached: names, proxies, certificates.
struct NetworkCheck: DoctorCheck {
    let id = "network"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        let variables = NetworkVariables(context.variables)
        let settings =
            variables.problems.map { finding(.error, $0.message, fixCommand: $0.command) }
            + variables.notes.map { finding(.note, $0) }
        let answers = context.examinations.compactMap(\.answer)
        let failed = answers.filter { $0.verdict == .unreachable }
        let failures = failed.map { unreachable($0, variables.problems.first?.command) }
        guard failures.isEmpty, !answers.isEmpty else { return settings + failures }
        let hosts = Set(answers.map(\.target.host)).sorted().joined(separator: ", ")
        return settings + [finding(.ok, "\(hosts) \(answers.count == 1 ? "answers" : "answer") \(variables.way)")]
    }

    /// Advice that is no command stands with the message.
    private func unreachable(_ answer: ProbeAnswer, _ repair: String?) -> DoctorFinding {
        let hint = answer.failure?.hint
        let isCommand = hint?.hasPrefix("openclaw ") == true
        let advice = isCommand ? "" : hint.map { "; \($0)" } ?? ""
        return finding(
            .error, "\(answer.target.host) cannot be reached: \(answer.failure?.message ?? "no answer")\(advice)",
            fixCommand: repair ?? (isCommand ? hint : nil))
    }
}
