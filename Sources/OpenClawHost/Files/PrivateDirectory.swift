#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Creates directories that only their owner may enter.
package enum PrivateDirectory {
    /// Creates a directory and its missing parents with mode 0700 under any umask; existing ones stay as they are.
    package static func create(_ path: String) throws(FileError) {
        guard !exists(path) else { return }
        let parent = FilePathText.parent(of: path)
        if parent != path { try create(parent) }
        guard mkdir(path, 0o700) == 0 else {
            if errno == EEXIST && exists(path) { return }
            throw FileError("create directory", path)
        }
        guard chmod(path, 0o700) == 0 else { throw FileError("create directory", path) }
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
