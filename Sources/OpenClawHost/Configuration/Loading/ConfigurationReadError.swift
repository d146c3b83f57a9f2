package import Inference

/// A configuration file that cannot be used at all.
package enum ConfigurationReadError: Error, Hashable, Sendable {
    case file(FileError)
    case syntax(path: String, JSON5SyntaxError)

    /// The error as surfaces show it, with the excerpt under the message.
    package var inferenceError: InferenceError {
        switch self {
        case .file(let error): error.inferenceError
        case .syntax(let path, let error):
            InferenceError(
                .invalidConfiguration, "syntax error at \(path):\(error)\n\(error.excerpt)",
                hint: "openclaw config validate")
        }
    }
}
