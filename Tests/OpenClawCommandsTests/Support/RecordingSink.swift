import OpenClawCommands
import Synchronization

/// A sink that keeps what was written; closed on request.
final class RecordingSink: OutputSink {
    let isTerminal: Bool
    let columns: Int?
    private let state: Mutex<(text: String, remaining: Int)>

    init(isTerminal: Bool = false, columns: Int? = nil, closesAfter writes: Int = .max) {
        self.isTerminal = isTerminal
        self.columns = columns
        state = Mutex(("", writes))
    }

    var text: String { state.withLock { $0.text } }

    func write(_ text: String) throws(OutputClosed) {
        let isOpen = state.withLock { state in
            state.remaining -= 1
            if state.remaining >= 0 { state.text += text }
            return state.remaining >= 0
        }
        guard isOpen else { throw OutputClosed() }
    }
}
