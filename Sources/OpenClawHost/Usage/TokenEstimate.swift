package import Inference

/// A guess of how many tokens a text is, for the time before the service has counted: four ASCII characters a token, or
/// two thirds of a token for any other character.
package struct TokenEstimate: Hashable, Sendable {
    private var ascii = 0
    private var other = 0

    package init() {}

    /// The text of a request. Pictures and sounds are not guessed.
    package init(of request: ChatRequest) {
        for message in request.messages {
            if let text = message.text { add(text) }
            for call in message.toolCalls { add(call["function"]?["arguments"]?.string ?? "") }
        }
        for tool in request.tools { ascii += tool.range.count }
    }

    /// Several texts.
    package init(of texts: [String]) {
        for text in texts { add(text) }
    }

    package mutating func add(_ text: String) {
        for byte in text.utf8 {
            if byte < 0x80 { ascii += 1 } else if byte >= 0xC0 { other += 1 }
        }
    }

    package mutating func add(_ relayed: RelayedText) {
        ascii += relayed.ascii
        other += relayed.other
    }

    package var tokens: Int { (ascii + 3) / 4 + (other * 2 + 2) / 3 }
}
