package import Inference

/// What a service manager is told: which program to run, as whom, and nothing secret.
///
/// Keys and the token come from where the gateway itself finds them: `<state>/.env`, the credential store, the login shell.
/// A variable that only this shell has is not copied, because unit files are readable and go into backups.
package struct ServicePlan: Hashable, Sendable {
    /// The absolute path of the program. A symbolic link stays one, so that it may point to a newer version later.
    package var program: String
    package var arguments: [String]
    package var environment: [Variable]
    package var files: GatewayFiles
    package var profile: String?
    package var home: String

    package struct Variable: Hashable, Sendable {
        package var name: String
        package var value: String
    }

    /// - Parameters:
    ///   - process: the environment of the installing shell, of which only places are taken.
    ///   - port: a port that wins over the configuration.
    package init(program: String, locations: ConfigurationLocations, process: [String: String], port: Int?) {
        self.program = program
        profile = locations.profile
        home = locations.home
        files = GatewayFiles(locations)
        arguments =
            (locations.profile.map { ["--profile", $0] } ?? []) + ["gateway", "run"]
            + (port.map { ["--port", String($0)] } ?? [])
        environment = [
            Variable(name: "HOME", value: process["HOME"] ?? locations.home),
            Variable(name: "PATH", value: Self.path(besides: program)),
            Variable(name: "OPENCLAW_SERVICE_MARKER", value: "openclaw"),
            Variable(name: "OPENCLAW_SERVICE_KIND", value: "gateway"),
        ]
        for name in ["OPENCLAW_HOME", "OPENCLAW_STATE_DIR", "OPENCLAW_CONFIG_PATH", "OPENCLAW_AGENT_DIR", "TZ"] {
            guard let value = process[name], !value.isEmpty else { continue }
            environment.append(Variable(name: name, value: value))
        }
    }

    /// The name of the unit without its ending, as OpenClaw calls it.
    package var unitName: String { "openclaw-gateway" + (profile.map { "-\($0)" } ?? "") }

    /// The label of the launch agent, as OpenClaw calls it.
    package var label: String { profile.map { "ai.openclaw.\($0)" } ?? "ai.openclaw.gateway" }

    /// Enough for a login shell and its tools.
    private static func path(besides program: String) -> String {
        let system = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]
        let own = FilePathText.parent(of: program)
        return (system.contains(own) ? system : [own] + system).joined(separator: ":")
    }
}

extension ServicePlan {
    /// Refuses what no unit file can carry.
    package func check() throws(InferenceError) {
        let texts = [program] + arguments + environment.map(\.value)
        guard texts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }) else {
            throw InferenceError(.gatewayConfiguration, "a path holds a control character; expected a printable one")
        }
        guard program.hasPrefix("/") else {
            throw InferenceError(.gatewayConfiguration, "the program's path \(program) is not absolute")
        }
    }
}
