/// Looks an installation over and, when asked, repairs what can be repaired without losing anything.
package struct Doctor: Sendable {
    package var checks: [any DoctorCheck]
    /// Asks endpoints; `nil` leaves the network alone.
    package var discovery: PlanDiscovery?

    package init(checks: [any DoctorCheck] = Doctor.allChecks, discovery: PlanDiscovery?) {
        self.checks = checks
        self.discovery = discovery
    }

    /// Every check, in the order of reports.
    package static var allChecks: [any DoctorCheck] {
        [
            ConfigurationCheck(), PermissionsCheck(), KeyCheck(), KeySourcesCheck(), DaemonCheck(), NetworkCheck(),
            ClockCheck(), LegacyCheck(), StoreCheck(),
        ]
    }

    package func run(_ context: DoctorContext) async -> DoctorReport {
        var context = context
        if let discovery, let accounts = context.accounts {
            context.examinations = await KeyExaminer(discovery: discovery).examine(accounts)
        }
        var findings: [DoctorFinding] = []
        for check in checks { findings += await check.run(context) }
        return DoctorReport(findings: findings)
    }
}
