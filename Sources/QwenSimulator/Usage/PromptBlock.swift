import Digests

/// One block of a prompt together with everything before it, as the explicit cache knows it: tools first, then the parts
/// of the messages.
struct PromptBlock {
    /// The same for the same beginning only.
    let key: [UInt8]
    /// The tokens up to its end; pictures are not cached.
    let tokens: Int
    let isMarked: Bool

    static func blocks(of ask: ChatAsk, owner: String) -> [PromptBlock] {
        var walk = Walk()
        walk.read("\(owner)\u{1}\(ask.card.id)")
        walk.tokens = PromptMeter.opening + (ask.tools.isEmpty ? 0 : PromptMeter.toolPreamble)
        for tool in ask.tools { walk.take(tool) }
        for message in ask.messages { walk.take(message, withReasoning: ask.preserveThinking) }
        return walk.blocks
    }

    private struct Walk {
        var blocks: [PromptBlock] = []
        var tokens = 0
        private var hash = SHA256()

        mutating func read(_ text: String) { hash.update(Array(text.utf8)) }

        mutating func take(_ tool: ChatAsk.Tool) {
            read("\u{3}\(tool.name)\u{2}\(tool.description)\u{2}\(tool.parameters.text)")
            tokens += PromptMeter.tokens(of: tool)
            close(tokens: tokens, isMarked: tool.isMarked)
        }

        mutating func take(_ message: ChatMessage, withReasoning: Bool) {
            read("\u{4}\(message.role)\u{2}\(withReasoning ? message.reasoning ?? "" : "")\u{2}")
            var position = message.text.utf8.startIndex
            var media = 0
            for block in message.blocks {
                let end = message.text.utf8.index(message.text.utf8.startIndex, offsetBy: block.end)
                read(String(message.text[position..<end]))
                for item in message.media[media..<block.media] { read("\u{5}" + item.urls.joined(separator: "\u{2}")) }
                (position, media) = (end, block.media)
                let text = TokenSplitter.count(String(message.text[..<end]))
                close(tokens: tokens + PromptMeter.perMessage + text, isMarked: block.isMarked)
            }
            for call in message.toolCalls { read("\u{6}" + call.text) }
            tokens += PromptMeter.tokens(of: message, withReasoning: withReasoning)
            if message.blocks.isEmpty { close(tokens: tokens, isMarked: false) }
        }

        private mutating func close(tokens: Int, isMarked: Bool) {
            blocks.append(PromptBlock(key: hash.finish(), tokens: tokens, isMarked: isMarked))
        }
    }
}
