import Inference

extension String {
    /// The text with everything that looks like a key masked, and with the key of the call masked wherever it stands.
    ///
    /// The service quotes keys in its messages, whole or shortened.
    func scrubbed(of credential: Secret?) -> String {
        var text = self
        if let key = credential?.expose(), key.utf8.count >= 6 { text = text.replacing(key, with: "***") }
        for prefix in ["sk-", "st-"] where text.contains(prefix) { text = text.maskingTokens(startingWith: prefix) }
        return text
    }

    private func maskingTokens(startingWith prefix: String) -> String {
        let isPart: (Character) -> Bool = {
            $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "*" || $0 == "."
        }
        var result = ""
        var rest = self[...]
        while let found = rest.firstRange(of: prefix) {
            let startsWord = found.lowerBound == startIndex || !(self[index(before: found.lowerBound)].isLetter)
            let token = rest[found.lowerBound...].prefix(while: isPart)
            result += rest[..<found.lowerBound]
            result += startsWord && token.count >= 8 ? prefix + "***" : String(token)
            rest = rest[token.endIndex...]
        }
        return result + rest
    }
}
