import Inference

/// What a model said about a file.
package struct Description: Hashable, Sendable {
    package var text: String
    /// The characters that were allowed, when there were more.
    package var cutAt: Int?

    init(_ text: String, limit: Int?) {
        let whole = text.trimmingASCIIWhitespace()
        self.text = limit.map { String(whole.prefix($0)) } ?? whole
        cutAt = self.text.count < whole.count ? limit : nil
    }
}

/// Lets so many characters of a stream pass.
struct CharacterLimit {
    private var left: Int?

    init(_ limit: Int?) { left = limit }

    /// What may be shown of the next piece.
    mutating func admit(_ piece: String) -> String {
        guard let left else { return piece }
        let text = String(piece.prefix(left))
        self.left = left - text.count
        return text
    }
}
