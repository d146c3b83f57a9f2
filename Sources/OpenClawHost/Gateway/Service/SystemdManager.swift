package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The user's systemd.
package struct SystemdManager: ServiceManager {
    package let name = "systemd"
    private let unit: SystemdUnit
    private let run: ProgramRunner

    package init(_ plan: ServicePlan, run: @escaping ProgramRunner) {
        unit = SystemdUnit(plan)
        self.run = run
    }

    package var isAvailable: Bool { systemctl("show-environment").isSuccess }

    package func state() -> ServiceState {
        let text = Self.contents(unit.path)
        var state = ServiceState(manager: name, path: unit.path, isInstalled: !text.isEmpty)
        guard state.isInstalled else { return state }
        state.isEnabled = systemctl("is-enabled", "--quiet", unit.name).isSuccess
        state.isActive = ["active", "activating", "reloading"].contains(
            systemctl("is-active", unit.name).output.trimmingASCIIWhitespace())
        if !text.contains("\n" + Self.commandLine(of: unit.text) + "\n") {
            state.otherProgram = String(Self.commandLine(of: text).dropFirst("ExecStart=".count))
        }
        return state
    }

    package func install() throws(InferenceError) -> [String] {
        try unit.plan.check()
        try Self.write(unit.text, to: unit.path)
        try demand("take over", "daemon-reload")
        try demand("enable", "enable", unit.name)
        try demand("start", "restart", unit.name)
        return lingerNotes()
    }

    package func uninstall() throws(InferenceError) -> Bool {
        guard Self.exists(unit.path) else { return false }
        _ = systemctl("disable", "--now", unit.name)
        guard unlink(unit.path) == 0 else { throw FileError("remove", unit.path).inferenceError }
        _ = systemctl("daemon-reload")
        _ = systemctl("reset-failed", unit.name)
        return true
    }

    package func start() throws(InferenceError) {
        // A unit that failed too often is not started again before this.
        _ = systemctl("reset-failed", unit.name)
        try demand("start", "start", unit.name)
    }

    package func stop() throws(InferenceError) { try demand("stop", "stop", unit.name) }

    package func restart() throws(InferenceError) {
        _ = systemctl("reset-failed", unit.name)
        try demand("restart", "restart", unit.name)
    }

    /// Without lingering, a user's services end with the last session.
    private func lingerNotes() -> [String] {
        guard !run("loginctl", ["enable-linger"]).isSuccess else { return [] }
        return ["the service ends when you log out; to keep it running: sudo loginctl enable-linger $USER"]
    }

    private func demand(_ what: String, _ arguments: String...) throws(InferenceError) {
        let result = run("systemctl", ["--user"] + arguments)
        guard !result.isSuccess else { return }
        throw failure(what, result, hint: "journalctl --user -u \(unit.name) -n 50 --no-pager")
    }

    private func systemctl(_ arguments: String...) -> ProgramRun { run("systemctl", ["--user"] + arguments) }

    private static func commandLine(of text: String) -> String {
        text.split(separator: "\n").first { $0.hasPrefix("ExecStart=") }.map(String.init) ?? ""
    }
}
