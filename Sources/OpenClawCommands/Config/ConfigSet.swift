package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw config set`: changes values in place.
package struct ConfigSet: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set a value, or several with a batch, and leave the rest of the file as it is.",
        discussion: """
            Values are read as JSON5, and as text when they are none. Quote texts that look like numbers: "'0123'".

            Examples:
              openclaw config set gateway.port 18790
              openclaw config set agents.defaults.model.fallbacks '["acme/small"]'
              openclaw config set models.providers.acme.apiKey --ref-source env --ref-id ACME_API_KEY
              openclaw config set --batch-file changes.json5 --dry-run
            """)

    @Argument(help: "Where the value stands: keys joined by dots, [0] for elements.")
    package var path: String?

    @Argument(help: "The value as JSON5 or text.")
    package var value: String?

    @OptionGroup package var options: ConfigSetOptions

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let assignments = try options.assignments(path: path, value: value)
        let writer = context.strictWriter(for: try context.loadSettings())
        context.warnOfSecrets(in: assignments)
        if options.dryRun { return try options.check(assignments, writer, context) }
        let change = try writer.update { configuration throws(InferenceError) in
            for assignment in assignments {
                guard let unused = assignment.prunedCredential(in: configuration) else { continue }
                context.note("\(unused) is removed, because the new mode does not use it")
            }
            return try assignments.edits(for: configuration)
        }
        context.report(change)
        try options.confirm(assignments, context)
    }
}
