package import OpenClawHost

extension CommandContext {
    /// The user's installation. Its credentials never reach an output from now on, and what is worth a word about its files
    /// is said on standard error.
    package func installation() throws -> Installation {
        let installation = try Installation.load(
            providers: loadProviders(), environment: environment, workingDirectory: workingDirectory, now: now())
        for secret in installation.secrets { scrubber.learn(secret) }
        for warning in installation.settings.warnings { warn(warning) }
        return installation
    }
}
