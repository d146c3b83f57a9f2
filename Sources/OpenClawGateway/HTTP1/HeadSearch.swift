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
