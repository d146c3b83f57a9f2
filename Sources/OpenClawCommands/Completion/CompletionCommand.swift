package import ArgumentParser

/// `openclaw completion`: the script that teaches a shell our commands.
package struct CompletionCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Print the completion script for a shell.",
        discussion: """
            Examples:
              openclaw completion zsh > ~/.zfunc/_openclaw
              openclaw completion bash > ~/.local/share/bash-completion/completions/openclaw
              openclaw completion fish > ~/.config/fish/completions/openclaw.fish
            """)

    @Argument(help: "The shell to teach.")
    package var shell: Shell

    /// The shells that can be taught.
    package enum Shell: String, ExpressibleByArgument, CaseIterable {
        case zsh, bash, fish
    }

    package init() {}

    package func run() async throws {
        try CommandContext.current.print(OpenClawCommand.completionScript(for: completionShell))
    }

    private var completionShell: CompletionShell {
        switch shell {
        case .zsh: .zsh
        case .bash: .bash
        case .fish: .fish
        }
    }
}
