import Inference
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file between two pieces of a body, read while it is sent.
final class FileBody: HTTPRequestBody {
    private struct Place {
        var offset = 0
        var hasTail = false
    }

    private let reader: MediaReader
    private let path: String
    private let tail: [UInt8]
    private let report: @Sendable (_ sent: Int) -> Void
    private let place = Mutex(Place())
    private static let piece = 256 << 10

    /// - Parameters:
    ///   - tail: what follows the file.
    ///   - report: hears how much of the file was read.
    init(
        _ path: String, tail: [UInt8], report: @escaping @Sendable (_ sent: Int) -> Void
    ) throws(FileError) {
        reader = try MediaReader(path)
        self.path = path
        self.tail = tail
        self.report = report
    }

    var fileLength: Int { reader.byteCount }
    var length: Int { reader.byteCount + tail.count }

    func next() async throws(InferenceError) -> [UInt8]? {
        let offset = place.withLock(\.offset)
        guard offset < reader.byteCount else {
            return place.withLock { place in
                defer { place.hasTail = true }
                return place.hasTail || tail.isEmpty ? nil : tail
            }
        }
        let piece = reader.bytes(at: offset, count: Self.piece)
        guard !piece.isEmpty else {
            throw InferenceError(.invalidRequest, "\(path) became shorter while it was sent")
        }
        place.withLock { $0.offset += piece.count }
        report(offset + piece.count)
        return piece
    }
}
