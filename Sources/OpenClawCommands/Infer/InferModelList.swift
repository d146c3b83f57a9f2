package import ArgumentParser

/// `openclaw infer model list`: the listing of `openclaw models list`, everything by default.
package struct InferModelList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the models, as 'openclaw models list' does.",
        discussion: """
            Examples:
              openclaw infer model list --json
              openclaw infer model list --provider <provider>
            """)

    @OptionGroup package var options: ModelListOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws {
        var options = options
        options.all = options.all || options.provider == nil
        try options.show(as: output.format, in: CommandContext.current)
    }
}
