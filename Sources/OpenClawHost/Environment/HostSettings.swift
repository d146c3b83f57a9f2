package import Inference

/// Configuration and environment of one run, each value with its source.
///
/// Variables, the first that sets one counts: the process, `<state>/.env`, the older gateway service's file, `env` of the
/// configuration, and for expected keys the login shell (`env.shellEnv` or `OPENCLAW_LOAD_SHELL_ENV`).
package struct HostSettings: Sendable {
    package let configuration: Configuration
    package let environment: EnvironmentVariables

    package var locations: ConfigurationLocations { configuration.locations }

    /// Everything worth a line on standard error: issues of the configuration and of the environment files.
    package var warnings: [String] {
        configuration.warnings.map { locations.shortened($0.description) } + environment.warnings
            + (environment.shellWarning.map { [$0] } ?? [])
    }

    /// What must never reach an output: values of the configuration and of the environment files that are secret.
    package var secrets: [Secret] {
        let named = environment.values.filter { SensitiveText.isSecretName($0.key) }.map { Secret($0.value) }
        return named + RedactedValue.secrets(in: configuration.root)
    }

    /// - Parameters:
    ///   - environment: the environment that the process was started with.
    ///   - profile: the value of `--profile`.
    ///   - expectedKeys: the names under which providers look for keys.
    ///   - keepsLastGood: whether a valid configuration is copied, to be used should the file break later.
    ///   - ask: asks a login shell; tests pass their own.
    /// - Throws: `.invalidConfiguration` when the configuration cannot be read and there is no last good copy.
    package static func load(
        environment process: [String: String], profile: String? = nil, workingDirectory: String,
        expectedKeys: some Sequence<String>, keepsLastGood: Bool = true,
        ask: @escaping @Sendable (LoginShell) -> Result<[String: String], LoginShell.Failure> = { $0.variables() }
    ) throws(InferenceError) -> HostSettings {
        let locations = try ConfigurationLocations(
            environment: process, profile: profile, workingDirectory: workingDirectory)
        let loader = ConfigurationLoader(locations: locations)
        let files = try loader.readFiles()
        let expected = Set(expectedKeys).union(["OPENCLAW_GATEWAY_TOKEN", "OPENCLAW_GATEWAY_PASSWORD"])
        var variables = EnvironmentVariables(process: process, locations: locations)
        variables.addFiles(workingDirectory: workingDirectory, expectedKeys: expected)
        variables.addConfiguration(files.written["env"])
        if let shell = LoginShell(settings: files.written["env"]?["shellEnv"], process, home: locations.home) {
            variables.ask(ShellImport(expectedKeys: expected) { ask(shell) })
        }
        let configuration = loader.resolve(files) { variables[$0]?.value }
        if keepsLastGood { LastGoodCopy.keep(configuration) }
        return HostSettings(configuration: configuration, environment: variables)
    }
}

extension EnvironmentVariables {
    /// Adds `env` and `env.vars` of the configuration, but no variable that changes how programs are loaded.
    mutating func addConfiguration(_ env: ConfigurationValue?) {
        let direct = env?.members.filter { $0.key != "vars" && $0.key != "shellEnv" } ?? []
        for member in (env?["vars"]?.members ?? []) + direct {
            guard !ProjectVariable.isControl(member.key.uppercased()) else {
                warn("\(locations.shortened(member.origin.description)): env may not set \(member.key)")
                continue
            }
            let earlier = self
            var substitution = VariableSubstitution { earlier[$0]?.value }
            guard let value = substitution.resolve(member.value).string else { continue }
            let source = EnvironmentVariable.Source.configuration(member.origin)
            add(EnvironmentVariable(name: member.key, value: value, source: source))
        }
    }
}

extension LoginShell {
    /// The shell to ask, `nil` when neither configuration nor environment want it.
    init?(settings: ConfigurationValue?, _ process: [String: String], home: String) {
        let flag = process["OPENCLAW_LOAD_SHELL_ENV"]?.trimmingASCIIWhitespace().lowercased() ?? ""
        let isWanted = flag.isEmpty ? settings?["enabled"]?.bool == true : ["1", "true", "yes", "on"].contains(flag)
        guard isWanted else { return nil }
        let named = process["OPENCLAW_SHELL_ENV_TIMEOUT_MS"].flatMap { Int($0.trimmingASCIIWhitespace()) }
        let milliseconds = max(0, named ?? settings?["timeoutMs"]?.int ?? 15_000)
        self.init(environment: process, home: home, timeout: .milliseconds(milliseconds))
    }
}
