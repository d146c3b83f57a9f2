package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where the files of one installation are.
///
/// Environment: `OPENCLAW_HOME`, `OPENCLAW_STATE_DIR`, `OPENCLAW_CONFIG_PATH`, `OPENCLAW_PROFILE`, `OPENCLAW_AGENT_DIR`,
/// `OPENCLAW_INCLUDE_ROOTS`.
package struct ConfigurationLocations: Hashable, Sendable {
    /// The home directory that `~` means.
    package var home: String
    /// The name given with `--profile`; `nil` for the default one.
    package var profile: String?
    /// `~/.openclaw`, unless told otherwise.
    package var stateDirectory: String
    /// The configuration file, whether it exists or not.
    package var configurationFile: String
    /// Directories outside of the configuration's own from which it may include files.
    package var includeRoots: [String]
    private var agentDirectoryOverride: String?

    /// - Parameters:
    ///   - environment: the environment as the process was started with.
    ///   - profile: the value of `--profile`, which wins over `OPENCLAW_PROFILE`.
    /// - Throws: `.invalidConfiguration` for a profile name that is no file name.
    package init(
        environment: [String: String], profile: String? = nil, workingDirectory: String
    ) throws(InferenceError) {
        let value = { (name: String) -> String? in
            environment[name].map { $0.trimmingASCIIWhitespace() }.flatMap { $0.isEmpty ? nil : $0 }
        }
        let systemHome = value("HOME") ?? value("USERPROFILE") ?? Self.accountHome() ?? workingDirectory
        let absolute = { (path: String, home: String) in
            FilePathText.normalized(FilePathText.join(workingDirectory, Self.expandingTilde(path, home: home)))
        }
        let home = absolute(value("OPENCLAW_HOME") ?? systemHome, systemHome)
        let profile = try Self.validated(profile ?? value("OPENCLAW_PROFILE"))
        let state = value("OPENCLAW_STATE_DIR").map { absolute($0, home) } ?? Self.stateDirectory(home, profile)
        self.home = home
        self.profile = profile
        stateDirectory = state
        configurationFile =
            value("OPENCLAW_CONFIG_PATH").map { absolute($0, home) } ?? Self.configurationFile(in: state)
        includeRoots = (value("OPENCLAW_INCLUDE_ROOTS") ?? "").split(separator: ":").map { absolute(String($0), home) }
        agentDirectoryOverride = value("OPENCLAW_AGENT_DIR").map { absolute($0, home) }
    }

    /// The copy of the configuration that could be read last.
    package var lastGoodFile: String { configurationFile + ".last-good" }
    /// The variables of this installation.
    package var dotenvFile: String { FilePathText.join(stateDirectory, ".env") }

    /// The variables that an older gateway service used; only the default state directory has them.
    package var gatewayEnvironmentFile: String? {
        guard stateDirectory == FilePathText.join(home, ".openclaw") else { return nil }
        return FilePathText.join(home, ".config/openclaw/gateway.env")
    }

    /// Where the credentials of an agent are.
    package func agentDirectory(_ agent: String = "main") -> String {
        agentDirectoryOverride ?? FilePathText.join(stateDirectory, "agents/\(agent)/agent")
    }

    /// A path with the home directory shortened to `~`, as it is shown.
    package func shortened(_ path: String) -> String {
        guard home != "/" else { return path }
        if path == home { return "~" }
        return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }

    /// The path that a user means who may have typed `~`.
    package static func expandingTilde(_ path: String, home: String) -> String {
        if path == "~" { return home }
        return path.hasPrefix("~/") ? FilePathText.join(home, String(path.dropFirst(2))) : path
    }

    private static func stateDirectory(_ home: String, _ profile: String?) -> String {
        let current = FilePathText.join(home, profile.map { ".openclaw-\($0)" } ?? ".openclaw")
        let legacy = FilePathText.join(home, ".clawdbot")
        return profile == nil && !exists(current) && exists(legacy) ? legacy : current
    }

    private static func configurationFile(in state: String) -> String {
        let current = FilePathText.join(state, "openclaw.json")
        let legacy = FilePathText.join(state, "clawdbot.json")
        return !exists(current) && exists(legacy) ? legacy : current
    }

    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func accountHome() -> String? {
        getpwuid(getuid()).flatMap { $0.pointee.pw_dir.map { String(cString: $0) } }
    }

    private static func validated(_ profile: String?) throws(InferenceError) -> String? {
        guard let profile, profile.lowercased() != "default" else { return nil }
        let isName = profile.utf8.allSatisfy {
            Byte.isDigit($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x5F || $0 == 0x2D
        }
        guard isName, !profile.isEmpty, profile.utf8.count <= 64 else {
            throw InferenceError(
                .invalidConfiguration,
                "invalid profile '\(profile)'; expected at most 64 letters, digits, '-' and '_'",
                hint: "openclaw --profile work config file")
        }
        return profile
    }
}
