import Inference
import OpenClawHost

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a log from its end and follows it, also over the point where the file begins anew.
struct LogTail: Sendable {
    private let path: String
    private var offset = 0
    private var inode: UInt64 = 0
    private var rest: [UInt8] = []

    init(path: String) { self.path = path }

    /// The last lines of the file.
    mutating func last(_ count: Int) throws(InferenceError) -> [String] {
        let lines = try next()
        return Array(lines.suffix(count))
    }

    /// The whole lines that were added since.
    mutating func next() throws(InferenceError) -> [String] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [] }
        if UInt64(status.st_ino) != inode || Int(status.st_size) < offset {
            inode = UInt64(status.st_ino)
            offset = 0
            rest = []
        }
        guard Int(status.st_size) > offset else { return [] }
        let bytes = try contents()
        rest += bytes.dropFirst(offset)
        offset = bytes.count
        return takeLines()
    }

    private func contents() throws(InferenceError) -> [UInt8] {
        do throws(FileError) {
            return try FileContents.read(path, limit: 64 << 20) ?? []
        } catch {
            throw error.inferenceError
        }
    }

    private mutating func takeLines() -> [String] {
        guard let end = rest.lastIndex(of: 0x0A) else { return [] }
        let lines = rest[..<end].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        rest = Array(rest[(end + 1)...])
        return lines
    }
}
