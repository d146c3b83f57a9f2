package import ArgumentParser

/// The root of the command tree.
package struct OpenClawCommand: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "openclaw",
            abstract: "Use the models of your plan from the terminal, from scripts and from your tools.",
            discussion: """
                Examples:
                  openclaw onboard
                  openclaw models list
                  openclaw infer model run "why is the sky blue"
                  git diff | openclaw infer model run "review this"

                Results go to standard output, everything else to standard error. \
                Exit codes: \(exitCodes).
                """,
            version: CommandContext.current.version,
            subcommands: CommandTree.subcommands + CommandContext.current.additionalCommands)
    }

    @OptionGroup(title: "Global options")
    package var global: GlobalOptions

    package init() {}

    package func run() async throws {
        throw CleanExit.helpRequest(self)
    }

    private static var exitCodes: String {
        ExitStatus.table.map { "\($0.code) \($0.meaning.prefix { $0 != ":" })" }.joined(separator: ", ")
    }
}
