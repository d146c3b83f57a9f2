#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads whole small files, with a limit on their size.
package enum FileContents {
    /// The bytes of a regular file, `nil` when there is none.
    ///
    /// - Parameter takesPipes: whether a pipe is read too, as `<(command)` of a shell gives one. For files that the user
    ///   named on the command line only: a pipe is read once and may keep the reader waiting.
    /// - Throws: `FileError` when the path is something else, is larger than the limit or cannot be read.
    package static func read(
        _ path: String, limit: Int = 16 << 20, takesPipes: Bool = false
    ) throws(FileError) -> [UInt8]? {
        guard let descriptor = OwnedDescriptor(opening: path, flags: O_RDONLY | O_NONBLOCK) else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileError("read", path)
        }
        guard let status = descriptor.status() else { throw FileError("read", path) }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFIFO, takesPipes {
            let flags = fcntl(descriptor.number, F_GETFL)
            guard flags >= 0, fcntl(descriptor.number, F_SETFL, flags & ~O_NONBLOCK) == 0 else {
                throw FileError("read", path)
            }
            return try read(descriptor, path: path, expecting: 0, limit: limit)
        }
        guard kind == S_IFREG else {
            throw FileError("read", path, number: EINVAL, reason: "not a regular file")
        }
        return try read(descriptor, path: path, expecting: Int(status.st_size), limit: limit)
    }

    private static func read(
        _ descriptor: borrowing OwnedDescriptor, path: String, expecting size: Int, limit: Int
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(max(size, 0), limit))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { systemRead(descriptor.number, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileError("read", path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else {
                throw FileError("read", path, number: EFBIG, reason: "larger than \(limit) bytes")
            }
        }
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
