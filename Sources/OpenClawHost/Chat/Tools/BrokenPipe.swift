#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writing to a pipe whose reader may be gone, in a process whose handling of signals is not ours to change.
enum BrokenPipe {
    /// `SIGPIPE` alone.
    static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        return signals
    }

    /// The result of a write and its error. A signal that the write caused is taken back before it is delivered.
    static func writing(_ write: () -> Int) -> (count: Int, error: Int32) {
        var blocked = signals
        var previous = sigset_t()
        pthread_sigmask(SIG_BLOCK, &blocked, &previous)
        let count = write()
        let failure = count < 0 ? errno : 0
        if failure == EPIPE, isPending {
            var number: Int32 = 0
            sigwait(&blocked, &number)
        }
        pthread_sigmask(SIG_SETMASK, &previous, nil)
        return (count, failure)
    }

    /// An ignored signal is never pending, and waiting for it would never end.
    private static var isPending: Bool {
        var pending = sigset_t()
        return sigpending(&pending) == 0 && sigismember(&pending, SIGPIPE) == 1
    }
}
