package import Inference

/// A key as people paste it: `export NAME=value`, quotes, a `Bearer` in front or a `;` behind are taken off, and what
/// cannot be a key is refused before anything is written. No message shows any of it.
package struct PastedKey: Hashable, Sendable {
    package let secret: Secret

    /// - Throws: `.invalidConfiguration` when nothing is left or the rest cannot be a key.
    package init(_ pasted: String) throws(InferenceError) {
        let text = Self.unwrap(pasted)
        guard !text.isEmpty else { throw Self.refused("the key is empty") }
        guard text.utf8.count <= 4096 else { throw Self.refused("the key is longer than 4096 bytes") }
        guard !text.utf8.contains(where: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
            throw Self.refused("the key has white space inside; expected one word")
        }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Self.refused("the key has characters that no key has")
        }
        guard !text.contains("${"), !text.hasPrefix("$") else {
            throw Self.refused("the key is the name of a variable; use --secret-input-mode ref to store a reference")
        }
        guard !text.contains("***"), text != SecretInput.redacted, !Self.placeholders.contains(text.lowercased()) else {
            throw Self.refused("the key is a placeholder, not a key")
        }
        guard !text.lowercased().hasPrefix("http://"), !text.lowercased().hasPrefix("https://") else {
            throw Self.refused("the key is an address, not a key")
        }
        secret = Secret(text)
    }

    private static let placeholders: Set<String> = [
        "undefined", "null", "nil", "none", "your_api_key", "your-api-key", "<your-api-key>", "api_key", "sk-xxx",
    ]

    private static func unwrap(_ pasted: String) -> String {
        var text = pasted.trimmingASCIIWhitespace()
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        if text.hasPrefix("export ") { text = text.dropFirst("export ".count).trimmingASCIIWhitespace() }
        if let equals = text.firstIndex(of: "="), isVariable(text[..<equals]), text.index(after: equals) < text.endIndex
        {
            text = text[text.index(after: equals)...].trimmingASCIIWhitespace()
        }
        text = trimmed(text)
        for prefix in ["authorization:", "bearer "] where text.lowercased().hasPrefix(prefix) {
            text = trimmed(text.dropFirst(prefix.count).trimmingASCIIWhitespace())
        }
        return text
    }

    private static func trimmed(_ text: String) -> String {
        let quotes: Set<Character> = ["\"", "'", "`"]
        var text = text[...]
        while let last = text.last, last == ";" || last == " " || last == "," { text.removeLast() }
        while let first = text.first, quotes.contains(first) { text.removeFirst() }
        while let last = text.last, quotes.contains(last) { text.removeLast() }
        return text.trimmingASCIIWhitespace()
    }

    /// Whether a text can stand before `=` in a shell: keys may hold `=` themselves.
    private static func isVariable(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy { $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    private static func refused(_ message: String) -> InferenceError {
        InferenceError(.invalidConfiguration, message, hint: "openclaw onboard --key-stdin")
    }
}
