package import Inference

/// One thing that a check has to say.
package struct DoctorFinding: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        /// Looked at, and as it should be.
        case ok
        /// Worth knowing; nothing to do.
        case note
        /// Works now, and may not later or elsewhere.
        case warning
        /// Does not work, or puts a secret at risk.
        case error
    }

    /// The id of the check.
    package var check: String
    package var severity: Severity
    package var message: String
    /// What the user runs to put it right.
    package var fixCommand: String?
    /// What `--fix` does about it.
    package var fix: DoctorFix?

    package init(
        _ check: String, _ severity: Severity, _ message: String, fixCommand: String? = nil, fix: DoctorFix? = nil
    ) {
        self.check = check
        self.severity = severity
        self.message = message
        self.fixCommand = fixCommand
        self.fix = fix
    }

    package var json: JSONValue {
        var object = JSONObject([
            ("check", .string(check)), ("severity", .string(severity.rawValue)), ("message", .string(message)),
        ])
        let command = fixCommand ?? fix.map { _ in "openclaw doctor --fix" }
        object["fix"] = command.map { ["command": .string($0), "isAutomatic": .bool(fix != nil)] } ?? .null
        return .object(object)
    }
}
