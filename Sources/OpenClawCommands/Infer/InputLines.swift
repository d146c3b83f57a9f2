import Inference
import OpenClawHost

/// Texts that a command takes as options or as the lines of standard input.
enum InputLines {
    private static let limit = 64 << 20

    static func texts(_ given: [String], option: String, _ context: CommandContext) throws -> [String] {
        guard given.isEmpty else {
            guard !given.contains(where: { $0.trimmingASCIIWhitespace().isEmpty }) else {
                throw InferenceError(.invalidConfiguration, "\(option) cannot be empty or whitespace-only")
            }
            return given
        }
        let bytes = context.input.isTerminal ? [] : try context.input.readToEnd(limit: limit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InferenceError(.invalidConfiguration, "standard input is not UTF-8 text")
        }
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.trimmingASCIIWhitespace().isEmpty }
        guard !lines.isEmpty else {
            throw InferenceError(
                .invalidConfiguration, "no text; give it with \(option), or as lines on standard input")
        }
        return lines
    }
}
