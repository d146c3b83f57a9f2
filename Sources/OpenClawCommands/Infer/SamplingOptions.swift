package import ArgumentParser
import Inference
import OpenClawHost

/// Which model answers, and how.
package struct SamplingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The model: <provider>/<model>, an alias or a bare id.", valueName: "ref"))
    package var model: String?

    @Option(
        help: ArgumentHelp(
            "How much to think first: off, minimal, low, medium, high, adaptive, xhigh or max.", valueName: "level"))
    package var thinking: String?

    @Option(help: ArgumentHelp("The most tokens to think with.", valueName: "tokens"))
    package var thinkingBudget: Int?

    @Option(help: ArgumentHelp("A JSON Schema that the answer has to fit.", valueName: "file"))
    package var schema: String?

    @Option(help: ArgumentHelp("The most tokens of the answer.", valueName: "tokens"))
    package var maxTokens: Int?

    @Option(help: ArgumentHelp("How freely words are chosen, from 0 to 2.", valueName: "number"))
    package var temperature: Double?

    @Option(
        name: .customLong("top-p"), help: ArgumentHelp("The share of likely words to choose from.", valueName: "number")
    )
    package var topP: Double?

    @Option(help: ArgumentHelp("A number that makes answers repeat, as far as the service can.", valueName: "number"))
    package var seed: Int?

    package init() {}

    package func validate() throws {
        if let maxTokens, maxTokens < 1 { throw ValidationError("--max-tokens must be at least 1") }
        if let thinkingBudget, thinkingBudget < 1 { throw ValidationError("--thinking-budget must be at least 1") }
        if let temperature, !(0...2).contains(temperature) {
            throw ValidationError("--temperature must be from 0 to 2")
        }
        if let topP, !(0...1).contains(topP) { throw ValidationError("--top-p must be from 0 to 1") }
        let level = try thinkingLevel
        if level == .off, thinkingBudget != nil {
            throw ValidationError("--thinking off takes no --thinking-budget")
        }
    }
}

extension SamplingOptions {
    /// What was asked for, with files read.
    struct Loaded: Sendable {
        var model: String?
        var options: ChatOptions
    }

    func load(_ context: CommandContext) throws -> Loaded {
        var options = ChatOptions(maxTokens: maxTokens, temperature: temperature, topP: topP, seed: seed)
        let level = try thinkingLevel
        if let thinkingBudget {
            options.thinking = .budget(thinkingBudget)
            if let level, level != .adaptive { options.extra["reasoning_effort"] = .string(level.rawValue) }
        } else {
            options.thinking = level.map { .level($0) }
        }
        if let schema { options.responseFormat = try SchemaFile.load(schema, context) }
        return Loaded(model: model, options: options)
    }

    private var thinkingLevel: ThinkingLevel? {
        get throws {
            guard let thinking else { return nil }
            let word = thinking.trimmingASCIIWhitespace().lowercased()
            let level = ThinkingLevel(Self.spellings[word] ?? word)
            guard ThinkingLevel.all.contains(level) else {
                let known = ThinkingLevel.all.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("unknown thinking level '\(thinking)'; expected one of \(known)")
            }
            return level
        }
    }

    /// Other words that people use for a level.
    private static let spellings = [
        "none": "off", "on": "low", "think": "minimal", "med": "medium", "mid": "medium", "highest": "max",
        "ultra": "max", "extra-high": "xhigh", "auto": "adaptive",
    ]
}
