package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The user's launchd on macOS.
package struct LaunchdManager: ServiceManager {
    package let name = "launchd"
    private let agent: LaunchAgent
    private let run: ProgramRunner
    private let domain: String

    package init(_ plan: ServicePlan, run: @escaping ProgramRunner) {
        agent = LaunchAgent(plan)
        self.run = run
        domain = "gui/\(getuid())"
    }

    private var target: String { "\(domain)/\(agent.plan.label)" }

    /// Needs a session with a screen: a login over the network alone has no such domain.
    package var isAvailable: Bool { launchctl("print", domain).isSuccess }

    package func state() -> ServiceState {
        let text = Self.contents(agent.path)
        let listing = launchctl("print", target)
        var state = ServiceState(
            manager: name, path: agent.path, isInstalled: !text.isEmpty, isEnabled: listing.isSuccess,
            isActive: listing.isSuccess && listing.output.contains("state = running"))
        if state.isInstalled, text != agent.text { state.otherProgram = "a program or settings of another version" }
        return state
    }

    package func install() throws(InferenceError) -> [String] {
        try agent.plan.check()
        try Self.write(agent.text, to: agent.path)
        _ = launchctl("bootout", target)
        try start()
        return []
    }

    package func uninstall() throws(InferenceError) -> Bool {
        guard Self.exists(agent.path) else { return false }
        _ = launchctl("bootout", target)
        guard unlink(agent.path) == 0 else { throw FileError("remove", agent.path).inferenceError }
        return true
    }

    package func start() throws(InferenceError) {
        _ = launchctl("enable", target)
        let loaded = launchctl("bootstrap", domain, agent.path)
        guard !loaded.isSuccess, !launchctl("kickstart", target).isSuccess else { return }
        throw failure("start", loaded, hint: "launchctl print \(target)")
    }

    /// An agent that is kept alive can only be stopped by unloading it.
    package func stop() throws(InferenceError) {
        let result = launchctl("bootout", target)
        guard result.isSuccess || !launchctl("print", target).isSuccess else {
            throw failure("stop", result, hint: "launchctl print \(target)")
        }
    }

    package func restart() throws(InferenceError) {
        guard !launchctl("kickstart", "-k", target).isSuccess else { return }
        try start()
    }

    private func launchctl(_ arguments: String...) -> ProgramRun { run("launchctl", arguments) }
}
