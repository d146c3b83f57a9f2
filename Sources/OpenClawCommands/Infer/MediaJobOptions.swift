package import ArgumentParser

/// How a generation is waited for, and where it goes.
package struct MediaJobOptions: ParsableArguments {
    @Option(help: "Where to save the result; its ending follows the format that comes.")
    package var output: String?

    @Flag(help: "Return as soon as the service has it; 'openclaw jobs wait' fetches it later.")
    package var detach = false

    @Flag(help: "Do not ask before something expensive.")
    package var yes = false

    @Flag(help: "Show what would be asked for and what it costs, and send nothing.")
    package var dryRun = false

    @Flag(help: "Ask the service from this process. This is the default.")
    package var local = false

    @Option(
        name: .customLong("timeout-ms"),
        help: ArgumentHelp("Stop waiting after this time; the job goes on.", valueName: "milliseconds"))
    package var timeoutMilliseconds: Int?

    @Flag(help: "Print JSON on standard output, progress as JSON lines on standard error, also for errors.")
    package var json = false

    package init() {}

    package func validate() throws {
        if let timeoutMilliseconds, timeoutMilliseconds < 1 { throw ValidationError("--timeout-ms must be at least 1") }
    }
}
