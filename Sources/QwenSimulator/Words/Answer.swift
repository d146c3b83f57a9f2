/// What the simulated model says, in token-sized pieces.
struct Answer: Sendable {
    struct ToolCall: Sendable, Equatable {
        let id: String
        let name: String
        let arguments: String
    }

    var reasoning: [String] = []
    var content: [String] = []
    var toolCalls: [ToolCall] = []
    var finish = "stop"

    var reasoningText: String { reasoning.joined() }
    var contentText: String { content.joined() }

    var toolTokens: Int {
        toolCalls.reduce(0) { $0 + 10 + TokenSplitter.count($1.name) + TokenSplitter.count($1.arguments) }
    }

    /// The answer as a stream hears it; pieces are joined to chunks of one to four tokens.
    func deltas(wholeArguments: Bool, generator: inout SeededGenerator) -> [AnswerDelta] {
        var deltas: [AnswerDelta] = []
        deltas += Self.chunks(reasoning, &generator).map { .reasoning($0.text, tokens: $0.tokens) }
        deltas += Self.chunks(content, &generator).map { .content($0.text, tokens: $0.tokens) }
        for (index, call) in toolCalls.enumerated() {
            deltas.append(.toolStart(index: index, id: call.id, name: call.name))
            let pieces =
                wholeArguments
                ? [call.arguments] : Self.chunks(TokenSplitter.pieces(call.arguments), &generator).map(\.text)
            deltas += pieces.map { .toolArguments(index: index, $0) }
        }
        return deltas
    }

    private static func chunks(
        _ pieces: [String], _ generator: inout SeededGenerator
    ) -> [(text: String, tokens: Int)] {
        var chunks: [(String, Int)] = []
        var index = 0
        while index < pieces.count {
            let size = min(index == 0 ? 1 : Int.random(in: 1...4, using: &generator), pieces.count - index)
            chunks.append((pieces[index..<index + size].joined(), size))
            index += size
        }
        return chunks
    }
}

/// One step of an answer as it is produced.
enum AnswerDelta: Sendable, Equatable {
    case reasoning(String, tokens: Int)
    case content(String, tokens: Int)
    case toolStart(index: Int, id: String, name: String)
    case toolArguments(index: Int, String)
}
