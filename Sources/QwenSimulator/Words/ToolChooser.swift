/// Decides whether the simulated model calls tools, which ones and with what.
struct ToolChooser {
    private static let common: Set<String> = [
        "about", "from", "with", "that", "this", "given", "return", "returns", "value", "values", "information",
        "current",
        "tool", "function", "user", "when", "which", "data", "used", "using", "into", "your", "their", "list", "name",
    ]

    let ask: ChatAsk
    let prompt: Prompt
    var generator: SeededGenerator

    mutating func calls() -> [Answer.ToolCall] {
        guard !ask.tools.isEmpty, ask.toolChoice != .none, ask.messages.last?.role == "user" else { return [] }
        var wanted = wantedTools()
        guard !wanted.isEmpty else { return [] }
        if !ask.parallelTools { wanted = Array(wanted.prefix(1)) }
        var calls: [Answer.ToolCall] = []
        for tool in wanted {
            let entities =
                wanted.count == 1 && ask.parallelTools && prompt.names.count > 1
                ? prompt.names.map(Optional.some) : [nil]
            for entity in entities {
                let arguments = SchemaInstance(
                    root: tool.parameters, prompt: prompt, entity: entity, fillsOptional: false
                ).make()
                let id = "call_" + generator.hexadecimal(24)
                calls.append(.init(id: id, name: tool.name, arguments: arguments.text))
            }
        }
        return calls
    }

    private func wantedTools() -> [ChatAsk.Tool] {
        if case .function(let name) = ask.toolChoice { return ask.tools.filter { $0.name == name } }
        let named = ask.tools.filter { isNamed($0) }
        if !named.isEmpty { return named }
        let best = ask.tools.map { ($0, score($0)) }.max { $0.1 < $1.1 }
        if let best, best.1 > 0 { return [best.0] }
        return ask.toolChoice == .required ? Array(ask.tools.prefix(1)) : []
    }

    private func isNamed(_ tool: ChatAsk.Tool) -> Bool {
        prompt.mentions(tool.name) || prompt.mentions(Self.words(tool.name).joined(separator: " "))
    }

    private func score(_ tool: ChatAsk.Tool) -> Int {
        let nameWords = Self.words(tool.name).filter { $0.count >= 4 && !Self.common.contains($0) }
        let described = Self.words(tool.description).filter { $0.count >= 4 && !Self.common.contains($0) }
        let ideographs = Self.ideographPairs(tool.description)
        return nameWords.filter(prompt.mentions).count * 3 + Set(described).filter(prompt.mentions).count
            + ideographs.filter(prompt.mentions).count
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func ideographPairs(_ text: String) -> Set<String> {
        let characters = text.filter { $0.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false }
        return Set(zip(characters, characters.dropFirst()).map { "\($0)\($1)" })
    }
}
