package import ArgumentParser

/// Options that stand before the command and hold for all of them.
package struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use the state directory ~/.openclaw-<name>.", valueName: "name"))
    package var profile: String?

    @Flag(help: "Print without colours, also on a terminal.")
    package var noColor = false

    @Option(
        help: ArgumentHelp(
            "Log on standard error: trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    package var logLevel: String?

    package init() {}
}

extension GlobalOptions {
    /// The context as the global options change it. They are read before anything is parsed, because also errors and help
    /// obey them.
    static func applied(from arguments: [String], to context: CommandContext) -> CommandContext {
        var context = context
        var rest = arguments.prefix { $0 != "--" }
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            switch parts.first {
            case "--profile": context.environment["OPENCLAW_PROFILE"] = parts.count > 1 ? parts[1] : rest.popFirst()
            case "--log-level": context.environment["OPENCLAW_LOG_LEVEL"] = parts.count > 1 ? parts[1] : rest.popFirst()
            case "--no-color": context.environment["NO_COLOR"] = "1"
            default: break
            }
        }
        return context
    }
}
