import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ctrl-C and a polite kill, as something that a task can wait for.
enum Interruption {
    /// Returns at the first interrupt. The signals have their usual effect before and after, so a second one kills.
    @Sendable static func wait() async throws {
        let signals = [SIGINT, SIGTERM]
        let (interrupts, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.activate()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            for number in signals { signal(number, SIG_DFL) }
        }
        for await _ in interrupts { return }
        throw CancellationError()
    }
}
