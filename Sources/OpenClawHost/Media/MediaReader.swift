#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Looks at places of a file without reading it whole.
package struct MediaReader: ~Copyable {
    private let descriptor: OwnedDescriptor
    package let byteCount: Int

    /// - Throws: `FileError` when there is no regular file.
    package init(_ path: String) throws(FileError) {
        guard let descriptor = OwnedDescriptor(opening: path, flags: O_RDONLY | O_NONBLOCK) else {
            throw FileError("read", path)
        }
        guard let status = descriptor.status() else { throw FileError("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError("read", path, number: EINVAL, reason: "not a regular file")
        }
        self.descriptor = descriptor
        byteCount = Int(status.st_size)
    }

    /// As many bytes as there are at a place, at most `count`.
    package borrowing func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard offset >= 0, count > 0, offset < byteCount else { return [] }
        let wanted = min(count, byteCount - offset)
        var bytes = [UInt8](repeating: 0, count: wanted)
        var filled = 0
        while filled < wanted {
            let got = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                return pread(descriptor.number, rest.baseAddress, rest.count, off_t(offset + filled))
            }
            if got < 0 && errno == EINTR { continue }
            guard got > 0 else { break }
            filled += got
        }
        return filled == wanted ? bytes : Array(bytes.prefix(filled))
    }

    /// A number in network order; `nil` past the end.
    borrowing func big(at offset: Int, bytes count: Int) -> Int? {
        let bytes = bytes(at: offset, count: count)
        guard bytes.count == count else { return nil }
        return bytes.reduce(0) { ($0 & (Int.max >> 8)) << 8 | Int($1) }
    }

    /// A number in the order of Intel.
    borrowing func little(at offset: Int, bytes count: Int) -> Int? {
        let bytes = bytes(at: offset, count: count)
        guard bytes.count == count else { return nil }
        return bytes.reversed().reduce(0) { ($0 & (Int.max >> 8)) << 8 | Int($1) }
    }

    borrowing func text(at offset: Int, count: Int) -> String {
        String(decoding: bytes(at: offset, count: count), as: UTF8.self)
    }
}
