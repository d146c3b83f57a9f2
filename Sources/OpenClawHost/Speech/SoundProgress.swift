import Synchronization

/// How far a sound is that one task writes and another plays.
package final class SoundProgress: Sendable {
    /// Where the bytes are. It is opened at once, because the file gets another name when it is complete.
    struct Source: Sendable {
        var reader: MediaSource
        /// Bytes before the sound, which players of samples do not want.
        var headerLength: Int
    }

    private struct State {
        var source: Source?
        var byteCount = 0
        var isOver = false
        var finishedPath: String?
    }

    private let state = Mutex(State())

    package init() {}

    var source: Source? { state.withLock(\.source) }
    package var byteCount: Int { state.withLock(\.byteCount) }
    var isOver: Bool { state.withLock(\.isOver) }
    var finishedPath: String? { state.withLock(\.finishedPath) }

    /// The sound begins to grow.
    package func begin(_ writer: SoundFileWriter) {
        guard let reader = try? MediaSource(writer.partPath) else { return }
        state.withLock { $0.source = Source(reader: reader, headerLength: writer.headerLength) }
    }

    package func grow(to byteCount: Int) { state.withLock { $0.byteCount = byteCount } }

    /// Nothing more comes.
    ///
    /// - Parameter path: the complete file; `nil` when there is none.
    package func end(_ path: String?) {
        state.withLock { state in
            state.finishedPath = path
            state.isOver = true
        }
    }
}
