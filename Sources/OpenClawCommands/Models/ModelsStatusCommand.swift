package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw models status`
package struct ModelsStatusCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show which models are used and how providers are reached.",
        discussion: """
            --check exits with 1 when a provider in use has no credential or one that is over, with 2 when a token ends \
            within a day. --probe sends a tiny real request with every credential.

            Examples:
              openclaw models status
              openclaw models status --check
              openclaw models status --probe --probe-provider <provider> --json
            """)

    @OptionGroup package var output: OutputOptions
    @OptionGroup package var older: OlderStatusOptions
    @OptionGroup(title: "Checks") package var checks: StatusCheckOptions

    package init() {}

    package func validate() throws {
        if checks.probe && output.plain { throw ValidationError("--probe cannot be used with --plain") }
    }

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let status = ModelsStatus(of: installation)
        let probe = checks.probe ? try ProbePlan(checks, status, installation, context) : nil
        let findings = await probe?.run()
        let store = installation.failover(context).health
        let rests = installation.rests(in: store, now: context.now())
        let view = StatusView(status, findings: findings, rests: rests, zone: context.zone)
        try context.show(view, as: older.format ?? output.format)
        if checks.check {
            let health = status.health(now: context.now())
            if health != .good { throw CommandFailure(ExitStatus(check: health)) }
        }
    }
}
