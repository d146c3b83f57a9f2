/// Texts that nobody guesses, from the system's generator.
package enum RandomText {
    private static let digits = Array("0123456789abcdef".utf8)
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

    /// Two digits a byte.
    package static func hexadecimal(bytes count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        let text = (0..<count * 2).map { _ in digits.randomElement(using: &generator) ?? 0x30 }
        return String(decoding: text, as: UTF8.self)
    }

    /// Letters and digits, 5.95 bits each: no character that a shell, an URL or a double click stumbles over.
    package static func alphanumeric(_ count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        let text = (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0x30 }
        return String(decoding: text, as: UTF8.self)
    }
}
