import Inference
import OpenClawCommands

/// One command run in this process, and everything that it left behind.
struct CommandRun {
    let status: ExitStatus
    let output: String
    let diagnostics: String

    /// Runs a command line in a scripted context.
    static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:],
        home: String = "/nonexistent", output: RecordingSink = RecordingSink(),
        diagnostics: RecordingSink = RecordingSink(), adjust: (inout CommandContext) -> Void = { _ in }
    ) async -> CommandRun {
        var context = CommandContext(
            version: "1.2.3", environment: ["HOME": home].merging(environment) { $1 }, workingDirectory: home,
            input: ScriptedInput(input), output: output, diagnostics: diagnostics, now: { 1_790_000_000 },
            random: { 7 }, loadProviders: { [] }, makeTransport: { _ in UnavailableTransport() })
        adjust(&context)
        let status = await CommandSession.run(arguments, in: context)
        return CommandRun(status: status, output: output.text, diagnostics: diagnostics.text)
    }
}
