package import ArgumentParser

/// `openclaw models`: what can be used, and what is used when nothing is named.
package struct ModelsCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List models, and choose what is used when a command names none.",
        subcommands: [ModelsAuth.self])

    package init() {}
}
