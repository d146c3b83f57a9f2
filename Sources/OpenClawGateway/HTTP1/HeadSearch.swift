import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Looks for the empty line that ends a head, however the bytes arrive: every byte is looked at once.
struct HeadSearch {
    private var lineStart = 0
    private var searched = 0

    /// The length of the head with its empty line; `nil` when more has to come.
    ///
    /// - Parameter bytes: what has arrived so far, from the first byte of the head on.
    mutating func end(in bytes: UnsafeRawBufferPointer, limits: HTTP1Limits) throws(HTTP1Failure) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        while searched < bytes.count,
            let found = memchr(base + searched, 0x0A, bytes.count - searched)
        {
            let feed = UnsafeRawPointer(found) - base
            guard feed > 0, bytes[feed - 1] == 0x0D else { throw .bareLineFeed }
            guard feed - lineStart <= limits.line, feed < limits.head else { throw .headTooLarge }
            searched = feed + 1
            if feed - 1 == lineStart { return searched }
            lineStart = searched
        }
        searched = bytes.count
        guard searched - lineStart <= limits.line, searched < limits.head else { throw .headTooLarge }
        return nil
    }
}

extension HeadSearch {
    /// Takes a head from the front of a buffer; `nil` when more has to come.
    ///
    /// - Parameter read: makes something of the head, which is complete and stands in a slice of its own.
    @inline(__always)
    mutating func take<Head>(
        from buffer: inout ByteBuffer, limits: HTTP1Limits,
        _ read: (ByteBuffer, UnsafeRawBufferPointer) throws(HTTP1Failure) -> Head
    ) throws(HTTP1Failure) -> Head? {
        let length = buffer.withUnsafeReadableBytes { bytes in
            Result { () throws(HTTP1Failure) in try end(in: bytes, limits: limits) }
        }
        guard let length = try length.get(), let bytes = buffer.readSlice(length: length) else { return nil }
        self = HeadSearch()
        return try bytes.withUnsafeReadableBytes { head in
            Result { () throws(HTTP1Failure) in try read(bytes, head) }
        }.get()
    }
}
