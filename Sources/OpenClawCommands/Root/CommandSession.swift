import ArgumentParser
import Inference

/// One run of the program: parses the arguments, runs the command in a context and reports how it went.
package enum CommandSession {
    /// Runs a command line and returns the exit status. Everything that was to be said has been written then.
    ///
    /// - Parameter arguments: the arguments without the program's name.
    package static func run(_ arguments: [String], in context: CommandContext) async -> ExitStatus {
        await CommandContext.$current.withValue(GlobalOptions.applied(from: arguments, to: context)) {
            do {
                try await perform(arguments)
                return .success
            } catch {
                return report(error, wantsJSON: asksForJSON(arguments))
            }
        }
    }

    private static func perform(_ arguments: [String]) async throws {
        var command = try OpenClawCommand.parseAsRoot(arguments)
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }

    private static func asksForJSON(_ arguments: [String]) -> Bool {
        arguments.prefix { $0 != "--" }.contains("--json")
    }

    private static func report(_ error: any Error, wantsJSON: Bool) -> ExitStatus {
        do {
            return try write(error, wantsJSON: wantsJSON)
        } catch {
            return .outputClosed
        }
    }

    private static func write(_ error: any Error, wantsJSON: Bool) throws(OutputClosed) -> ExitStatus {
        switch error {
        case let failure as CommandFailure: return failure.status
        case let closed as OutputClosed: throw closed
        case let error as InferenceError: return try write(ErrorReport(error), wantsJSON: wantsJSON)
        case is CancellationError: return .interrupted
        default: return try writeParserError(error, wantsJSON: wantsJSON)
        }
    }

    /// Help, versions and completion scripts travel as errors as well: those are data.
    private static func writeParserError(_ error: any Error, wantsJSON: Bool) throws(OutputClosed) -> ExitStatus {
        let context = CommandContext.current
        let full = OpenClawCommand.fullMessage(for: error, columns: context.output.columns ?? 100)
        let exit = OpenClawCommand.exitCode(for: error)
        if exit == .success {
            try context.print(full)
            return .success
        }
        let isUsage = exit == .validationFailure
        let report = ErrorReport(
            code: isUsage ? "usage" : "failed", message: OpenClawCommand.message(for: error),
            exit: isUsage ? .usage : .failure, details: isUsage ? usage(in: full) : nil)
        return try write(report, wantsJSON: wantsJSON)
    }

    private static func usage(in message: String) -> String? {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.firstIndex { $0.hasPrefix("Usage:") }.map { lines[$0...].joined(separator: "\n") }
    }

    private static func write(_ report: ErrorReport, wantsJSON: Bool) throws(OutputClosed) -> ExitStatus {
        let context = CommandContext.current
        guard wantsJSON else {
            context.say(report.text)
            return report.exit
        }
        let object = JSONValue.object(JSONObject([("ok", false), ("error", report.json)]))
        try context.showError(object)
        return report.exit
    }
}
