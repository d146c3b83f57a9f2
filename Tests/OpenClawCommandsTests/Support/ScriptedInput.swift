import Inference
import OpenClawCommands
import Synchronization

/// An input that was typed before the test began.
final class ScriptedInput: CommandInput {
    let isTerminal: Bool
    private let rest: Mutex<Substring>

    init(_ text: String, isTerminal: Bool = false) {
        self.isTerminal = isTerminal
        rest = Mutex(text[...])
    }

    func readToEnd(limit: Int) throws(InferenceError) -> [UInt8] {
        rest.withLock { rest in
            defer { rest = "" }
            return Array(rest.utf8)
        }
    }

    func readLine(hidden: Bool) throws(InferenceError) -> String? {
        rest.withLock { rest in
            guard !rest.isEmpty else { return nil }
            let line = rest.prefix { $0 != "\n" }
            rest = rest.dropFirst(line.count + 1)
            return String(line)
        }
    }
}
