package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw config validate`: whether the configuration can be used.
package struct ConfigValidate: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check the configuration file, and say where it is wrong.",
        discussion: """
            Unknown keys are warnings: they are kept and have no effect.

            Examples:
              openclaw config validate
              openclaw config validate --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let report = try ConfigurationReport(
            environment: context.environment, workingDirectory: context.workingDirectory,
            expectedKeys: try context.expectedKeys())
        if output.json {
            try context.show(json: report.json)
        } else {
            for warning in report.warnings { context.warn(report.locations.shortened(warning.description)) }
            if report.isValid { try report.lines.forEach(context.print) } else { report.lines.forEach(context.say) }
        }
        if !report.isValid { throw CommandFailure(.failure) }
    }
}
