import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// SIGHUP as an event: the old way to ask a daemon to read its files again.
package final class HangupSignal: Sendable {
    private let source: Mutex<(any DispatchSourceSignal)?>

    package init(_ body: @escaping @Sendable () -> Void) {
        signal(SIGHUP, SIG_IGN)
        source = Mutex(nil)
        source.withLock { place in
            let source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: .global())
            source.setEventHandler(handler: body)
            source.activate()
            place = source
        }
    }

    deinit { source.withLock { $0?.cancel() } }
}
