#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a set of files stands on disk, cheap to look up: replaced, changed, created and removed files all show.
struct FileWatchList: Hashable {
    private struct Mark: Hashable {
        var path: String
        var inode: UInt64
        var size: Int64
        var seconds: Int64
        var nanoseconds: Int64
    }

    private let marks: [Mark]

    init(_ paths: [String]) {
        marks = paths.map { path in
            var status = stat()
            guard stat(path, &status) == 0 else {
                return Mark(path: path, inode: 0, size: -1, seconds: 0, nanoseconds: 0)
            }
            #if canImport(Darwin)
                let time = status.st_mtimespec
            #else
                let time = status.st_mtim
            #endif
            return Mark(
                path: path, inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: Int64(time.tv_sec),
                nanoseconds: Int64(time.tv_nsec))
        }
    }
}
