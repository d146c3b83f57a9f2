import Foundation
import Synchronization

/// Collects what a process writes into a pipe, on a thread of its own.
final class PipeText: Sendable {
    let pipe = Pipe()
    private let bytes = Mutex(Data())
    private let end = DispatchSemaphore(value: 0)

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func startReading() {
        Thread.detachNewThread { [self] in
            while let piece = try? pipe.fileHandleForReading.read(upToCount: 65536), !piece.isEmpty {
                bytes.withLock { $0.append(piece) }
            }
            end.signal()
        }
    }

    /// Whether the writer closed the pipe in time.
    func waitForEnd(within limit: Duration) -> Bool {
        let arrived = end.wait(timeout: .now() + limit / .seconds(1)) == .success
        if arrived { end.signal() }
        return arrived
    }
}
