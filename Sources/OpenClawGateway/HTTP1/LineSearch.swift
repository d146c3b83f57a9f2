import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Looks for the end of a line, however its bytes arrive: every byte is looked at once.
struct LineSearch {
    private var searched = 0

    /// The length of the line with its end; `nil` when more has to come.
    mutating func end(in buffer: ByteBuffer, limit: Int) throws(HTTP1Failure) -> Int? {
        let searched = searched
        let found: Int? = buffer.withUnsafeReadableBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count > searched,
                let found = memchr(base + searched, 0x0A, bytes.count - searched)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
        guard let found else {
            guard buffer.readableBytes <= limit else { throw HTTP1Failure("a line is too long") }
            self.searched = buffer.readableBytes
            return nil
        }
        guard found <= limit else { throw HTTP1Failure("a line is too long") }
        guard found > 0, buffer.getInteger(at: buffer.readerIndex + found - 1, as: UInt8.self) == 0x0D else {
            throw .bareLineFeed
        }
        self.searched = 0
        return found + 1
    }
}
