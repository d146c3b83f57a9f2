package import ArgumentParser
import Inference

/// How the request travels.
package struct TransportOptions: ParsableArguments {
    @Flag(help: "Ask the service from this process. This is the default.")
    package var local = false

    @Flag(help: .hidden)
    package var gateway = false

    @Option(name: .customLong("timeout-ms"), help: ArgumentHelp("Give up after this time.", valueName: "milliseconds"))
    package var timeoutMilliseconds: Int?

    package init() {}

    package func validate() throws {
        if local && gateway { throw ValidationError("pass only one of --local or --gateway") }
        try GatewayRefusal.check(gateway)
        if let timeoutMilliseconds, timeoutMilliseconds < 1 { throw ValidationError("--timeout-ms must be at least 1") }
    }

    /// The deadlines of the request.
    var deadlines: Deadlines {
        Deadlines(total: timeoutMilliseconds.map { .milliseconds($0) })
    }
}
