import Inference
import InferenceTesting
import OpenClawCommands

/// One command run in this process, and everything that it left behind.
struct CommandRun {
    let status: ExitStatus
    let output: String
    let diagnostics: String
    let requests: [HTTPExchangeRequest]

    /// Runs a command line in a scripted context, with the imaginary provider and what its service will answer.
    static func run(
        _ arguments: [String], input: String = "", isTyped: Bool = false, environment: [String: String] = [:],
        home: String = "/nonexistent", replies: [ScriptedReply] = [], output: RecordingSink = RecordingSink(),
        diagnostics: RecordingSink = RecordingSink(), adjust: (inout CommandContext) -> Void = { _ in }
    ) async -> CommandRun {
        let transport = ScriptedTransport(replies)
        var context = CommandContext(
            version: "1.2.3", environment: ["HOME": home].merging(environment) { $1 }, workingDirectory: home,
            input: ScriptedInput(input, isTerminal: isTyped), output: output, diagnostics: diagnostics,
            now: { 1_790_000_000 }, random: { 7 }, loadProviders: { [ScriptedProvider()] },
            makeTransport: { _ in transport })
        adjust(&context)
        let status = await CommandSession.run(arguments, in: context)
        return CommandRun(
            status: status, output: output.text, diagnostics: diagnostics.text, requests: transport.requests)
    }

    /// The standard output as JSON; fails the test when it is none.
    var json: JSONValue {
        get throws { try JSONValue(parsing: output) }
    }

    /// The body of a request that was sent, as JSON.
    func body(_ index: Int = 0) throws -> JSONValue {
        guard requests.indices.contains(index) else {
            throw InferenceError("missing_request", "only \(requests.count) requests were sent; \(diagnostics)")
        }
        return try JSONValue(parsing: Array(requests[index].body.joined()))
    }
}
