package import ArgumentParser
import Inference

/// `openclaw infer list`: what can be asked for.
package struct InferList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what infer can do.",
        discussion: """
            Examples:
              openclaw infer list
              openclaw infer list --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        if output.json {
            try context.show(json: .array(InferCapability.all.map(\.json)))
        } else {
            var table = TextTable(columns: [.init("Capability", width: 16), .init("Description", width: 1)])
            for capability in InferCapability.all { table.append([capability.name, capability.summary]) }
            try context.print(table.lines.joined(separator: "\n"))
        }
    }
}
