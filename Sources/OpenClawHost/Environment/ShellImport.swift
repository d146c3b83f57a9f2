import Synchronization

/// Asks the login shell for expected keys, once, and only when one of them is wanted.
final class ShellImport: Sendable {
    private enum State {
        case notAsked
        case answered([String: String], problem: String?)
    }

    private let expectedKeys: Set<String>
    private let ask: @Sendable () -> Result<[String: String], LoginShell.Failure>
    private let state = Mutex(State.notAsked)

    init(
        expectedKeys: Set<String>, ask: @escaping @Sendable () -> Result<[String: String], LoginShell.Failure>
    ) {
        self.expectedKeys = expectedKeys
        self.ask = ask
    }

    /// Why the shell gave no variables; `nil` also when it was not asked.
    var problem: String? {
        state.withLock { if case .answered(_, let problem) = $0 { problem } else { nil } }
    }

    func value(of name: String) -> String? {
        guard expectedKeys.contains(name) else { return nil }
        return state.withLock { state in
            if case .answered(let variables, _) = state { return variables[name] }
            let (variables, problem) = answer()
            state = .answered(variables, problem: problem)
            return variables[name]
        }
    }

    private func answer() -> ([String: String], String?) {
        switch ask() {
        case .success(let variables):
            (variables.filter { expectedKeys.contains($0.key) && !$0.value.allSatisfy(\.isWhitespace) }, nil)
        case .failure(let failure): ([:], "the login shell gave no variables: \(failure.reason)")
        }
    }
}
