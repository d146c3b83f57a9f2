package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway logs`: what the gateway wrote down.
package struct GatewayLogs: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Show the log of the gateway.",
        discussion: """
            The log is ~/.openclaw/logs/gateway.log: JSON lines without prompts, answers and keys; older files end in .1 to .5.

            Examples:
              openclaw gateway logs --limit 50
              openclaw gateway logs --follow
              openclaw gateway logs --json
            """)

    @Option(help: "How many of the last lines to show.")
    package var limit = 200

    @Flag(help: "Go on with new lines until Ctrl-C.")
    package var follow = false

    @Flag(help: "Print the lines as they are stored.")
    package var json = false

    package init() {}

    package func validate() throws {
        if limit < 0 { throw ValidationError("--limit takes a number from 0 on") }
    }

    package func run() async throws {
        let context = CommandContext.current
        let locations = try ConfigurationLocations(
            environment: context.environment, workingDirectory: context.workingDirectory)
        let files = GatewayFiles(locations)
        var tail = LogTail(path: files.log)
        let lines = try tail.last(limit)
        if lines.isEmpty, !follow { context.note("\(locations.shortened(files.log)) holds nothing yet") }
        for line in lines { try show(line, context) }
        guard follow else { return }
        let (style, asJSON) = (context.style, json)
        try await context.untilInterrupted { [tail] in
            var tail = tail
            while true {
                for line in try tail.next() { try Self.show(line, asJSON, style, context) }
                try await Task.sleep(for: .milliseconds(250))
            }
        }
    }

    private func show(_ line: String, _ context: CommandContext) throws {
        try Self.show(line, json, context.style, context)
    }

    private static func show(_ line: String, _ asJSON: Bool, _ style: TextStyle, _ context: CommandContext) throws {
        try context.print(asJSON ? line : LogLineView(line)?.text(style) ?? TerminalText.safe(line))
    }
}
