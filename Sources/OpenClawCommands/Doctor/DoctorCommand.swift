package import ArgumentParser
import OpenClawHost

/// `openclaw doctor`: what is wrong, and the command that puts it right.
package struct DoctorCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look for what is wrong, and name the command that puts it right.",
        discussion: """
            Checks configuration, file permissions, keys against their plan and region, what a service would see, \
            contradicting keys, network, clock, retired names, and the state database. Keys are shown to built-in \
            endpoints only, with questions that cost nothing.

            It exits with 0 when nothing is broken, warnings allowed, and with 1 otherwise.

            Examples:
              openclaw doctor
              openclaw doctor --fix
              openclaw doctor --json --offline
            """)

    @Flag(help: "Make the repairs that lose nothing, and list them.")
    package var fix = false

    @Flag(help: "Ask nobody over the network.")
    package var offline = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let job = DoctorJob(context: .current, isOffline: offline)
        let report = try await job.run(fixes: fix)
        try job.context.show(DoctorView(report: report, style: job.context.style), as: output.format)
        if !report.isHealthy { throw CommandFailure(.failure) }
    }
}
