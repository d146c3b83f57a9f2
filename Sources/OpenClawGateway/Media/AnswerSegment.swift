import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One stretch of the body of an answer.
enum AnswerSegment: Sendable {
    case bytes([UInt8])
    /// A stretch of a file, read while it is sent.
    case file(String, Range<Int>)
    /// A file as Base64, read and written while it is sent.
    case base64(String, byteCount: Int)

    var length: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(_, let range): range.count
        case .base64(_, let count): (count + 2) / 3 * 4
        }
    }

    /// Bytes that are read at once; a multiple of three, so that pieces of Base64 fit together.
    private static let piece = 96 << 10

    /// Gives out the segment piece by piece.
    func read(_ hear: ([UInt8]) async throws -> Void) async throws {
        switch self {
        case .bytes(let bytes): try await hear(bytes)
        case .file(let path, let range):
            for offset in stride(from: range.lowerBound, to: range.upperBound, by: Self.piece) {
                try await hear(try Self.bytes(of: path, offset..<min(offset + Self.piece, range.upperBound)))
            }
        case .base64(let path, let count):
            for offset in stride(from: 0, to: count, by: Self.piece) {
                let bytes = try Self.bytes(of: path, offset..<min(offset + Self.piece, count))
                try await hear(Array(Data(bytes).base64EncodedData()))
            }
        }
    }

    private static func bytes(of path: String, _ range: Range<Int>) throws -> [UInt8] {
        let reader = try MediaReader(path)
        let bytes = reader.bytes(at: range.lowerBound, count: range.count)
        guard bytes.count == range.count else { throw FileError("read", path) }
        return bytes
    }
}
