import ArgumentParser

/// `--json` and `--plain`, the same on every listing.
package struct OutputOptions: ParsableArguments {
    @Flag(help: "Print JSON on standard output, also for errors.")
    package var json = false

    @Flag(help: "Print bare values, one a line, for scripts.")
    package var plain = false

    package init() {}

    package func validate() throws {
        if json && plain { throw ValidationError("choose either --json or --plain, not both") }
    }

    /// The shape that was asked for.
    package var format: OutputFormat { json ? .json : plain ? .plain : .text }
}

/// `--json` alone, for commands without bare values.
package struct JSONOption: ParsableArguments {
    @Flag(help: "Print JSON on standard output, also for errors.")
    package var json = false

    package init() {}

    /// The shape that was asked for.
    package var format: OutputFormat { json ? .json : .text }
}
