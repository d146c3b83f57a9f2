import Inference
import OpenClawHost

/// The report in its two shapes: what is broken comes last, where the eye is.
struct DoctorView: Renderable {
    var report: DoctorReport
    var style: TextStyle

    var json: JSONValue { report.json }

    var text: [String] {
        let order: [DoctorFinding.Severity] = [.ok, .note, .warning, .error]
        let findings = order.flatMap { severity in report.findings.filter { $0.severity == severity } }
        return report.fixed.map { style.green("fixed    ") + $0 } + findings.flatMap(lines) + ["", verdict]
    }

    private func lines(_ finding: DoctorFinding) -> [String] {
        let word = finding.severity.rawValue
        let padded = word + String(repeating: " ", count: 9 - word.count)
        let head =
            switch finding.severity {
            case .ok: style.green(padded)
            case .note: style.dim(padded)
            case .warning: style.yellow(padded)
            case .error: style.red(padded)
            }
        let command = finding.fixCommand ?? finding.fix.map { _ in "openclaw doctor --fix" }
        let indent = String(repeating: " ", count: 9)
        return ["\(head)\(finding.check): \(finding.message)"] + (command.map { ["\(indent)run: \($0)"] } ?? [])
    }

    private var verdict: String {
        let counts = [(report.count(.error), "error"), (report.count(.warning), "warning")].filter { $0.0 > 0 }
        let words = counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
        return words.isEmpty ? "Nothing is wrong." : words + "."
    }
}
