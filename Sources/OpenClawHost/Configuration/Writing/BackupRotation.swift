#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps the last five contents of a file beside it: `.bak` is the newest, then `.bak.1` to `.bak.4`. Other files, also
/// those whose names begin alike, are left alone.
struct BackupRotation {
    let path: String
    private static let older = 4

    /// Makes room, and keeps a copy of what is about to be replaced.
    func keep(_ bytes: [UInt8]) throws(FileError) {
        let newest = path + ".bak"
        if let last = try FileContents.read(newest), last == bytes { return }
        for number in stride(from: Self.older, to: 1, by: -1) {
            move("\(newest).\(number - 1)", to: "\(newest).\(number)")
        }
        move(newest, to: newest + ".1")
        try AtomicFile(newest).replace(with: bytes)
    }

    private func move(_ source: String, to target: String) { _ = rename(source, target) }
}
