package import Inference

/// What all checks had to say.
package struct DoctorReport: Hashable, Sendable {
    package var findings: [DoctorFinding]
    /// What `--fix` has repaired, in the words of the findings.
    package var fixed: [String] = []

    package init(findings: [DoctorFinding]) { self.findings = findings }

    /// Whether nothing is broken. Warnings and notes are for reading.
    package var isHealthy: Bool { count(.error) == 0 }

    package func count(_ severity: DoctorFinding.Severity) -> Int {
        findings.count { $0.severity == severity }
    }

    package var json: JSONValue {
        [
            "ok": .bool(isHealthy), "errors": .int(count(.error)), "warnings": .int(count(.warning)),
            "findings": .array(findings.map(\.json)), "fixed": .array(fixed.map(JSONValue.string)),
        ]
    }
}
