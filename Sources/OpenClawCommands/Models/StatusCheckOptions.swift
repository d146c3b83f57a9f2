package import ArgumentParser

/// What `models status` tests beside reading.
package struct StatusCheckOptions: ParsableArguments {
    @Flag(help: "Exit with 1 or 2 when credentials of providers in use are missing or about to end.")
    package var check = false

    @Flag(help: "Send a tiny real request with every credential.")
    package var probe = false

    @Option(help: ArgumentHelp("Probe only this provider.", valueName: "id"))
    package var probeProvider: String?

    @Option(help: ArgumentHelp("Probe only these profiles; repeat it or separate them with commas.", valueName: "id"))
    package var probeProfile: [String] = []

    @Option(help: ArgumentHelp("Give a probe up after this time.", valueName: "milliseconds"))
    package var probeTimeout = 8000

    @Option(help: ArgumentHelp("Probes at the same time.", valueName: "number"))
    package var probeConcurrency = 2

    @Option(help: ArgumentHelp("The most tokens that a probe may cost.", valueName: "number"))
    package var probeMaxTokens = 8

    package init() {}

    package func validate() throws {
        let numbers = [
            ("--probe-timeout", probeTimeout), ("--probe-concurrency", probeConcurrency),
            ("--probe-max-tokens", probeMaxTokens),
        ]
        for (name, value) in numbers where value < 1 { throw ValidationError("\(name) must be at least 1") }
    }
}
