import Inference

/// Whether the configuration can be read, and what in it has no effect.
struct ConfigurationCheck: DoctorCheck {
    let id = "configuration"

    func run(_ context: DoctorContext) async -> [DoctorFinding] {
        let report = context.report
        guard report.exists else {
            return [finding(.note, "there is no configuration at \(report.path) yet", fixCommand: "openclaw onboard")]
        }
        let shortened = { (text: String) in context.locations.shortened(text) }
        let errors = report.errors.map { issue in
            finding(.error, shortened(issue.description), fixCommand: repair(issue))
        }
        let warnings = report.warnings.map { issue in
            finding(.warning, shortened(issue.description), fixCommand: repair(issue))
        }
        let environment = (context.host?.environment.warnings ?? []).map { finding(.warning, $0) }
        let findings = errors + warnings + environment
        if let failure = context.failure, report.isValid {
            return findings + [finding(.error, failure.message, fixCommand: failure.hint)]
        }
        return findings.isEmpty ? [finding(.ok, "\(report.path) is valid")] : findings
    }

    /// Values can be taken out by their path; what cannot be read has to be looked at.
    private func repair(_ issue: ConfigurationIssue) -> String? {
        issue.path.isRoot ? nil : "openclaw config unset '\(issue.path)'"
    }
}
