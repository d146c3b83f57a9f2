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

    @Flag(help: .hidden)
    package var gateway = false

    @OptionGroup package var wait: JobWaitOptions

    package init() {}

    package func validate() throws {
        if local && gateway { throw ValidationError("pass only one of --local or --gateway") }
        try GatewayRefusal.check(gateway)
    }

    var json: Bool { wait.json }
    var timeoutMilliseconds: Int? { wait.timeoutMilliseconds }
}
