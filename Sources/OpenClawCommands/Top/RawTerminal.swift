import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The terminal of standard input with every key passed on at once, also Ctrl-C, which would leave it in disorder otherwise.
struct RawTerminal: Sendable {
    private let original: termios

    /// - Throws: `.invalidConfiguration` when standard input is no terminal that can be switched.
    static func open() throws(InferenceError) -> RawTerminal {
        var original = termios()
        guard tcgetattr(STDIN_FILENO, &original) == 0 else { throw refused }
        var raw = original
        raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) == 0 else { throw refused }
        return RawTerminal(original: original)
    }

    func restore() {
        var original = original
        _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &original)
    }

    /// The keys that were pressed since; a terminal that is gone counts as Ctrl-D.
    func pending() -> [UInt8] {
        var wanted = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&wanted, 1, 0) > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        return count > 0 ? Array(bytes[..<count]) : [4]
    }

    private static var refused: InferenceError {
        InferenceError(
            .invalidConfiguration, "the terminal does not let its keys be read", hint: "openclaw gateway top --once")
    }
}
