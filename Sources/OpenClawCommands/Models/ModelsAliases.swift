package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw models aliases`
package struct ModelsAliases: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "aliases", abstract: "Give models short names.",
        discussion: """
            Examples:
              openclaw models aliases add fast <provider>/<model>
              openclaw infer model run --model fast "hello"
            """,
        subcommands: [ModelsAliasesList.self, ModelsAliasesAdd.self, ModelsAliasesRemove.self],
        defaultSubcommand: ModelsAliasesList.self)

    package init() {}
}

/// `openclaw models aliases list`
package struct ModelsAliasesList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the aliases.",
        discussion: """
            Example:
              openclaw models aliases list --json
            """)

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        try context.show(AliasListView(try ModelSettingsCommand(context).settings.aliases), as: output.format)
    }
}

/// `openclaw models aliases add`
package struct ModelsAliasesAdd: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Give a model an alias.",
        discussion: """
            Example:
              openclaw models aliases add fast <provider>/<model>
            """)

    @Argument(help: "The alias: letters, digits, '_', '.', ':' and '-'.")
    package var alias: String

    @Argument(help: "The model: <provider>/<model> or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws {
        let name = try AliasName.validated(alias)
        let command = try ModelSettingsCommand(.current)
        let reference = try command.resolve(model).reference
        if let other = command.settings.reference(forAlias: name),
            try command.installation.selector.resolve(other).reference != reference
        {
            throw InferenceError(
                .invalidConfiguration, "alias \(name) already points to \(other)",
                hint: "openclaw models aliases remove \(name)")
        }
        try command.write { $0.setAlias(name, forEntry: command.key(of: reference)) }
        try command.context.print("Alias \(name) -> \(reference)")
    }
}

/// `openclaw models aliases remove`
package struct ModelsAliasesRemove: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take an alias away.",
        discussion: """
            Example:
              openclaw models aliases remove fast
            """)

    @Argument(help: "The alias.")
    package var alias: String

    package init() {}

    package func run() async throws {
        let name = try AliasName.validated(alias)
        let command = try ModelSettingsCommand(.current)
        guard let key = command.settings.reference(forAlias: name) else {
            throw InferenceError(
                .invalidConfiguration, "alias not found: \(name)", hint: "openclaw models aliases list")
        }
        try command.write { $0.setAlias(nil, forEntry: key) }
        let rest = AliasListView(command.settings.aliases.filter { $0.reference != key })
        try command.context.print(rest.text.joined(separator: "\n"))
    }
}
