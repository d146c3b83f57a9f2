import Inference

/// Whether the beginning of a prompt has so many tokens that the service keeps it, judged by its length alone.
///
/// The judgement errs on the small side: a mark below the minimum keeps nothing, and would end the automatic cache.
struct CachePrefix {
    /// A token of English is 4.5 bytes, of code or JSON less, of Chinese 5; only long white space has more than this.
    private static let bytesPerToken = 6

    private var rest: Int

    init(reaching tokens: Int) { rest = tokens * Self.bytesPerToken }

    var isReached: Bool { rest <= 0 }

    mutating func add(bytes: Int) { rest -= bytes }

    /// Counts the text of a message; pictures are long and few tokens. What follows the minimum is not looked at.
    mutating func add(_ message: ChatMessageNode) {
        guard !isReached else { return }
        switch message.contentKind {
        case .text: rest -= (message.content?.rawBytes.count ?? 2) - 2
        case .parts: for part in message.parts { rest -= max(0, (part["text"]?.rawBytes.count ?? 2) - 2) }
        case .absent, .null, .other: return
        }
    }
}
