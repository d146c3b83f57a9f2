/// Looks at one part of an installation. Checks change nothing and know nothing of each other.
package protocol DoctorCheck: Sendable {
    /// One word, as reports show it.
    var id: String { get }

    func run(_ context: DoctorContext) async -> [DoctorFinding]
}

extension DoctorCheck {
    func finding(
        _ severity: DoctorFinding.Severity, _ message: String, fixCommand: String? = nil, fix: DoctorFix? = nil
    ) -> DoctorFinding {
        DoctorFinding(id, severity, message, fixCommand: fixCommand, fix: fix)
    }
}
