package import ArgumentParser

/// `openclaw __docs`: prints `docs/cli.md`, so that it cannot differ from the commands.
package struct DocumentationCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "__docs", abstract: "Print the reference of all commands as Markdown.", shouldDisplay: false)

    package init() {}

    package func run() async throws {
        try CommandContext.current.output.write(CommandReference().markdown)
    }
}
