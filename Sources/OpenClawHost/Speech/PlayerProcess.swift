import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that is fed through its standard input. Nothing here waits; it ends with its feeder. Expects `SIGPIPE` to be
/// ignored.
final class PlayerProcess: Sendable {
    private struct State {
        var input: Int32
        var child: pid_t?
    }

    private let state: Mutex<State>

    /// - Returns: `nil` when it cannot be started.
    init?(path: String, arguments: [String], environment: [String: String]) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let child = ProgramStart(
            path: path, arguments: arguments, environment: environment, input: .descriptor(ends[0]), output: .nothing,
            errors: .nothing, family: .group)().processID
        close(ends[0])
        guard let child else {
            close(ends[1])
            return nil
        }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        state = Mutex(State(input: ends[1], child: child))
    }

    deinit { end() }

    /// - Returns: how many bytes it took; `nil` when it takes no more.
    func write(_ bytes: [UInt8]) -> Int? {
        state.withLock { state in
            guard state.input >= 0 else { return nil }
            let count = bytes.withUnsafeBytes { systemWrite(state.input, $0.baseAddress, $0.count) }
            if count >= 0 { return count }
            return errno == EAGAIN || errno == EINTR ? 0 : nil
        }
    }

    /// Tells it that there is no more.
    func endInput() {
        state.withLock { state in
            if state.input >= 0 { close(state.input) }
            state.input = -1
        }
    }

    var hasEnded: Bool {
        state.withLock { state in
            guard let child = state.child else { return true }
            var status: Int32 = 0
            guard waitpid(child, &status, WNOHANG) != 0 else { return false }
            state.child = nil
            return true
        }
    }

    /// Stops it.
    func end() {
        endInput()
        state.withLock { state in
            guard let child = state.child else { return }
            kill(child, SIGTERM)
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0 && errno == EINTR {}
            state.child = nil
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
