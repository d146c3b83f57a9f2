package import ArgumentParser
import OpenClawHost

/// How the setup goes, and where.
package struct OnboardSetupOptions: ParsableArguments {
    @Flag(help: "Never ask, also not on a terminal.")
    package var nonInteractive = false

    @Flag(help: ArgumentHelp("Accepted for scripts written for OpenClaw.", visibility: .private))
    package var acceptRisk = false

    @Option(help: ArgumentHelp("The directory that agents work in.", valueName: "dir"))
    package var workspace: String?

    @Flag(help: "Move the present files aside, into a folder below backups, and start anew.")
    package var reset = false

    @Option(help: ArgumentHelp("What to move: config, config+creds+sessions (default) or full.", valueName: "scope"))
    package var resetScope: String?

    @Option(help: .private)
    package var mode: String?

    @Option(help: .private)
    package var flow: String?

    package init() {}

    func apply(to options: inout OnboardingOptions, in job: OnboardJob) {
        options.isNonInteractive = nonInteractive
        options.acceptsRisk = acceptRisk
        options.workspace = workspace.map(job.absolute)
        options.resets = reset
        options.resetScope = resetScope
        options.mode = mode
        options.flow = flow
    }
}
