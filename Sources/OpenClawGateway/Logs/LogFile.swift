import OpenClawHost

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that begins anew when it is large; the older ones are kept as `.1` to `.5`.
struct LogFile: ~Copyable {
    private let path: String
    private let limit: Int
    private let kept: Int
    private var descriptor: Int32 = -1
    private var size = 0

    init(path: String, limit: Int, kept: Int) {
        self.path = path
        self.limit = limit
        self.kept = kept
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Appends whole lines; false when the system refuses.
    mutating func append(_ bytes: [UInt8]) -> Bool {
        if descriptor >= 0, size + bytes.count > limit { rotate() }
        guard descriptor >= 0 || open() else { return false }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            size += count
            rest = rest.dropFirst(count)
        }
        return true
    }

    private mutating func open() -> Bool {
        guard (try? PrivateDirectory.create(FilePathText.parent(of: path))) != nil else { return false }
        descriptor = openFile(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        _ = fchmod(descriptor, 0o600)
        var status = stat()
        size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        if size >= limit {
            rotate()
            return open()
        }
        return true
    }

    private mutating func rotate() {
        close(descriptor)
        descriptor = -1
        size = 0
        unlink("\(path).\(kept)")
        for number in stride(from: kept - 1, through: 1, by: -1) {
            rename("\(path).\(number)", "\(path).\(number + 1)")
        }
        rename(path, "\(path).1")
    }
}

private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
