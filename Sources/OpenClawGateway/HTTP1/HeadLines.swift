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

extension HeadLines {
    /// Reads the fields that are left, within the limits.
    @inline(__always)
    mutating func eachField(
        in head: UnsafeRawBufferPointer, limits: HTTP1Limits, _ body: (FieldLine) throws(HTTP1Failure) -> Void
    ) throws(HTTP1Failure) {
        var count = 0
        while let line = next(in: head) {
            count += 1
            guard count <= limits.fields else { throw .headTooLarge }
            try body(FieldLine(line, in: head))
        }
    }
}
