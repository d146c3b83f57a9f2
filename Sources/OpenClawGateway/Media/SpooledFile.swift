import Inference
import NIOPosix
import OpenClawHost
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file of a client that is written beside the event loops while it comes. Removed when nobody keeps it.
final class SpooledFile: Sendable {
    private struct State {
        var waiting: [[UInt8]] = []
        var waitingBytes = 0
        var isWriting = false
        var hasFailed = false
        var listeners: [@Sendable () -> Void] = []
    }

    /// Its name may change when its format is known.
    private let place: Mutex<String>
    private let descriptor: OwnedDescriptor
    private let state = Mutex(State())
    /// Bytes that may wait for the disk before its sender has to.
    private static let patience = 1 << 20

    init(_ path: String) throws(InferenceError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        guard let descriptor = OwnedDescriptor(opening: path, flags: flags, mode: 0o600) else {
            throw FileError("create", path).inferenceError
        }
        self.descriptor = descriptor
        place = Mutex(path)
    }

    deinit { unlink(place.withLock { $0 }) }

    /// Whether the disk does not keep up.
    var isBehind: Bool { state.withLock { $0.waitingBytes > Self.patience } }

    func append(_ bytes: some Sequence<UInt8>) {
        let piece = Array(bytes)
        let begins = state.withLock { state in
            guard !state.hasFailed else { return false }
            state.waiting.append(piece)
            state.waitingBytes += piece.count
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if begins { NIOThreadPool.singleton.submit { _ in self.drain() } }
    }

    /// Calls when everything that came so far is written.
    func whenWritten(_ body: @escaping @Sendable () -> Void) {
        let isNow = state.withLock { state in
            if state.isWriting { state.listeners.append(body) }
            return !state.isWriting
        }
        if isNow { body() }
    }

    /// Waits until everything is written, and looks at what it is.
    ///
    /// - Returns: `nil` when its format is not known.
    /// - Throws: `.unavailable` when the disk has not taken it.
    func settle(in folder: IncomingFolder) async throws(InferenceError) -> (path: String, facts: MediaFacts)? {
        await withCheckedContinuation { continuation in whenWritten { continuation.resume() } }
        if state.withLock(\.hasFailed) {
            throw InferenceError(
                .unavailable, "the gateway could not keep a file of the request", hint: "df -h ~/.openclaw")
        }
        return try place.withLock { path throws(InferenceError) in
            guard let settled = try folder.settle(path) else { return nil }
            path = settled.path
            return settled
        }
    }

    private func drain() {
        while true {
            let (pieces, listeners) = state.withLock { state in
                defer { (state.waiting, state.waitingBytes) = ([], 0) }
                guard state.waiting.isEmpty else { return (state.waiting, [@Sendable () -> Void]()) }
                defer { state.listeners = [] }
                state.isWriting = false
                return ([], state.listeners)
            }
            if pieces.isEmpty { return listeners.forEach { $0() } }
            for piece in pieces where !descriptor.write(all: piece) {
                state.withLock { $0.hasFailed = true }
                break
            }
        }
    }
}
