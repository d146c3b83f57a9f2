#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Asks the terminal what it is.
package enum TerminalQuestion {
    /// The answer to the question for its attributes; `nil` without a terminal, when somebody has typed ahead, and when
    /// nothing comes in time.
    package static func attributes(within milliseconds: Int32 = 500) -> String? {
        let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        var original = termios()
        guard tcgetattr(terminal, &original) == 0 else { return nil }
        var silent = original
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON)
        guard tcsetattr(terminal, TCSADRAIN, &silent) == 0 else { return nil }
        var wanted = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        // What was typed belongs to the shell.
        guard poll(&wanted, 1, 0) == 0, write(terminal, "\u{1B}[c", 3) == 3 else {
            tcsetattr(terminal, TCSADRAIN, &original)
            return nil
        }
        // An answer that comes too late would be taken for typed text.
        defer { tcsetattr(terminal, TCSAFLUSH, &original) }
        return answer(of: terminal, until: .now + .milliseconds(milliseconds))
    }

    private static func answer(of terminal: Int32, until deadline: ContinuousClock.Instant) -> String? {
        var bytes: [UInt8] = []
        while bytes.last != UInt8(ascii: "c"), bytes.count < 256 {
            let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
            var wanted = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&wanted, 1, Int32(left.rounded(.up))) > 0 else { return nil }
            var byte: UInt8 = 0
            guard read(terminal, &byte, 1) == 1 else { return nil }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
