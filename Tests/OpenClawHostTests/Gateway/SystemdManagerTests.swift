import Foundation
import Inference
import Synchronization
import Testing

@testable import OpenClawHost

@Suite struct SystemdManagerTests {
    private let home: TemporaryDirectory
    private let calls = CallList()

    init() throws { home = try TemporaryDirectory() }

    private func manager(failing: String? = nil, program: String = "/usr/bin/openclaw") throws -> SystemdManager {
        let locations = try ConfigurationLocations(environment: ["HOME": home.path], workingDirectory: "/")
        let plan = ServicePlan(program: program, locations: locations, process: ["HOME": home.path], port: nil)
        return SystemdManager(plan) { [calls] name, arguments in
            let call = ([name] + arguments).joined(separator: " ")
            calls.add(call)
            let fails = failing.map { call.contains($0) } ?? false
            return ProgramRun(status: fails ? 1 : 0, output: fails ? "line\nit is broken\n" : "active\n")
        }
    }

    @Test func installWritesTheUnitEnablesAndStartsIt() throws {
        #expect(try manager().install().isEmpty)
        let path = ".config/systemd/user/openclaw-gateway.service"
        #expect(try home.mode(path) == 0o600)
        #expect(
            calls.all == [
                "systemctl --user daemon-reload", "systemctl --user enable openclaw-gateway.service",
                "systemctl --user restart openclaw-gateway.service", "loginctl enable-linger",
            ])
        let state = try manager().state()
        #expect(state.isInstalled && state.isEnabled && state.isActive)
        #expect(state.otherProgram == nil)
        #expect(try manager(program: "/opt/new/openclaw").state().otherProgram?.contains("/usr/bin/openclaw") == true)
    }

    @Test func sayingWhatTheSystemSaid() throws {
        let error = #expect(throws: InferenceError.self) { try manager(failing: "restart").install() }
        #expect(error?.message.hasSuffix(": it is broken") == true)
        #expect(error?.hint?.hasPrefix("journalctl --user -u openclaw-gateway.service") == true)
    }

    @Test func withoutLingerTheUserIsTold() throws {
        #expect(try manager(failing: "linger").install().count == 1)
    }

    @Test func uninstallForgetsTheUnit() throws {
        #expect(try manager().uninstall() == false)
        _ = try manager().install()
        #expect(try manager().uninstall())
        #expect(try manager().state().isInstalled == false)
    }
}

/// What was called, in order.
private final class CallList: Sendable {
    private let calls = Mutex<[String]>([])
    var all: [String] { calls.withLock { $0 } }
    func add(_ call: String) { calls.withLock { $0.append(call) } }
}
