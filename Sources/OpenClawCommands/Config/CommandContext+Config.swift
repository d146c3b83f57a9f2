import Inference
import OpenClawHost

extension CommandContext {
    /// The configuration and environment of this run. Says when a last good copy is used.
    func loadSettings() throws(InferenceError) -> HostSettings {
        let settings = try HostSettings.load(
            environment: environment, workingDirectory: workingDirectory, expectedKeys: try expectedKeys())
        settings.secrets.forEach(scrubber.learn)
        for source in settings.configuration.sources {
            guard let error = source.syntaxError else { continue }
            let place = "\(settings.locations.shortened(source.path)):\(error.position)"
            warn("\(place): \(error.message); the last good copy is used")
        }
        return settings
    }

    /// The names under which the providers look for keys.
    func expectedKeys() throws(InferenceError) -> [String] { try loadProviders().flatMap(\.manifest.environment) }

    /// The writer for changes that a user typed: keys nobody knows are refused.
    func strictWriter(for settings: HostSettings) -> ConfigurationWriter {
        var writer = settings.writer(version: version, now: now)
        writer.refusesUnknownKeys = true
        return writer
    }

    /// Arguments can be read by other users and stay in the history of the shell.
    func warnOfSecrets(in assignments: [ConfigurationAssignment]) {
        for assignment in assignments where ConfigurationSchema.openclaw.schema(at: assignment.path)?.isSecret == true {
            guard let text = assignment.value.string, !text.hasPrefix("${") else { continue }
            scrubber.learn(Secret(text))
            warn("a secret in the arguments is visible to others; prefer --ref-source env --ref-id <NAME>")
        }
    }

    /// Tells what a change of the configuration brought with it.
    func report(_ change: ConfigurationUpdate) {
        for issue in change.newWarnings where issue.severity == .warning {
            warn(change.configuration.locations.shortened(issue.description))
        }
    }
}
