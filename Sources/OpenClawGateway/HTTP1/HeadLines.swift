#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Walks over the lines of a complete head up to its empty line.
struct HeadLines {
    private var position: Int

    /// - Parameter start: where the first line begins.
    init(from start: Int = 0) { position = start }

    /// Where the next line begins.
    var offset: Int { position }

    /// The next line without its end; `nil` at the empty line.
    mutating func next(in head: UnsafeRawBufferPointer) -> HeadSlice? {
        guard let base = head.baseAddress,
            let found = memchr(base + position, 0x0A, head.count - position)
        else { return nil }
        let end = UnsafeRawPointer(found) - base - 1
        let line = HeadSlice(start: position, end: end)
        position = end + 2
        guard !line.isEmpty else { return nil }
        return line
    }
}
