import Inference

/// The names that an alias may have.
enum AliasName {
    static func validated(_ text: String) throws(InferenceError) -> String {
        let name = text.trimmingASCIIWhitespace()
        guard !name.isEmpty else { throw InferenceError(.invalidConfiguration, "the alias cannot be empty") }
        let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.:-".contains($0)) }
        guard isName else {
            throw InferenceError(
                .invalidConfiguration, "alias '\(name)' may have letters, digits, '_', '.', ':' and '-' only")
        }
        return name
    }
}
