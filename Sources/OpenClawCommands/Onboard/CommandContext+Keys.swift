import Inference
import OpenClawHost

extension CommandContext {
    /// Where keys are read from: a hidden line on a terminal, else everything on standard input.
    func keyInput(home: String) -> KeyInput {
        let context = self
        let announce: @Sendable (String) -> Void = { context.note($0) }
        return KeyInput(workingDirectory: workingDirectory, home: home, announce: announce) {
            () throws(InferenceError) in
            let input = context.input
            guard input.isTerminal else { return try input.readToEnd(limit: 64 << 10) }
            return Array((try input.readLine(hidden: true) ?? "").utf8)
        }
    }

    /// Thirty-two random bytes as hexadecimal digits.
    func newToken() -> String {
        (0..<4).map { _ in
            let digits = String(random(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
