package import ArgumentParser
import Inference
import OpenClawHost

/// The tools that the model may call, and what answers its calls.
package struct ToolOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A JSON array of tool definitions in OpenAI's shape. Calls are shown.", valueName: "file"))
    package var tools: String?

    @Option(
        name: .customLong("tool"),
        help: ArgumentHelp(
            "The program that answers calls of a tool: it reads the arguments on standard input and prints the result.",
            valueName: "name=path"))
    package var programs: [String] = []

    @Option(
        name: .customLong("tool-result"),
        help: ArgumentHelp("The text that answers calls of a tool.", valueName: "name=text"))
    package var results: [String] = []

    package init() {}

    package func validate() throws {
        for pair in programs + results where Self.split(pair) == nil {
            throw ValidationError("expected <name>=<value> instead of '\(pair)'")
        }
        if tools == nil, !(programs + results).isEmpty {
            throw ValidationError("--tool and --tool-result need --tools")
        }
    }
}

extension ToolOptions {
    /// Definitions for the request, and what answers calls.
    struct Loaded: Sendable {
        var definitions: [JSONValue] = []
        var implementations: [String: ToolImplementation] = [:]
    }

    func load(_ context: CommandContext) throws -> Loaded {
        guard let tools else { return Loaded() }
        let value = try context.readJSON(tools, expecting: "an array of tool definitions")
        guard let list = value.array ?? value["tools"]?.array, !list.isEmpty else {
            throw InferenceError(.invalidConfiguration, "\(tools) holds no array; expected tool definitions")
        }
        var loaded = Loaded(definitions: list.map(Self.wrapped))
        let names = loaded.definitions.compactMap { $0["function"]?["name"]?.string }
        for (pair, isProgram) in programs.map({ ($0, true) }) + results.map({ ($0, false) }) {
            guard let (name, value) = Self.split(pair) else { continue }
            guard names.contains(name) else {
                throw InferenceError(
                    .invalidConfiguration,
                    "\(tools) defines no tool '\(name)'; expected one of \(names.joined(separator: ", "))")
            }
            loaded.implementations[name] =
                isProgram
                ? .program(path: FilePathText.join(context.workingDirectory, value)) : .text(value)
        }
        return loaded
    }

    /// A bare function definition becomes a tool.
    private static func wrapped(_ value: JSONValue) -> JSONValue {
        value["function"] != nil || value["type"] != nil ? value : ["type": "function", "function": value]
    }

    private static func split(_ pair: String) -> (name: String, value: String)? {
        guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex else { return nil }
        return (String(pair[..<mark]), String(pair[pair.index(after: mark)...]))
    }
}
