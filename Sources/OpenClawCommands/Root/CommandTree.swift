package import ArgumentParser

/// The commands below the root, in the order of `openclaw --help`.
package enum CommandTree {
    package static let subcommands: [any ParsableCommand.Type] = [
        OnboardCommand.self,
        ModelsCommand.self,
        InferCommand.self,
        JobsCommand.self,
        GatewayCommand.self,
        ConnectCommand.self,
        ExplainCommand.self,
        UsageCommand.self,
        DoctorCommand.self,
        ConfigCommand.self,
        CompletionCommand.self,
        DocumentationCommand.self,
    ]
}
