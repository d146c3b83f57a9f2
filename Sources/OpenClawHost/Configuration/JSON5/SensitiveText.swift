/// Recognises text that may be a secret, by the name it stands under or by its looks.
package enum SensitiveText {
    /// Whether the value under a name is a secret: `apiKey`, `token`, `GATEWAY_PASSWORD`, `x-api-key`.
    package static func isSecretName(_ name: String) -> Bool {
        let plain = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
        if plain == "key" || plain == "authorization" || plain == "cookie" { return true }
        if name.uppercased() == name, name.hasSuffix("_KEY") { return true }
        return secretEndings.contains { plain.hasSuffix($0) }
    }

    /// A line of a configuration file in which nothing that may be a secret can be read; its length is kept.
    static func maskingSecrets(inLine line: String) -> String {
        var result = ""
        var word: [Character] = []
        var masksAll = false
        for character in line + "\n" {
            if isWordCharacter(character) {
                word.append(character)
                continue
            }
            let hides = masksAll || looksLikeSecret(word)
            result += hides ? String(repeating: "*", count: word.count) : String(word)
            if isSecretName(String(word)) { masksAll = true }
            word = []
            result.append(character)
        }
        return String(result.dropLast())
    }

    /// A run of at least 20 letters and digits is a key; names of models and paths are shorter or have no digits.
    private static func looksLikeSecret(_ word: [Character]) -> Bool {
        word.count >= 20 && word.contains { $0.isNumber } && word.contains { $0.isLetter }
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-_+=$".contains(character)
    }

    private static let secretEndings = [
        "apikey", "accesskey", "secretkey", "privatekey", "token", "password", "passphrase", "secret", "credential",
        "credentials",
    ]
}
