#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lets one process, and one thread in it, at a time change a file.
///
/// The lock is held on a hidden file beside the protected one (`.name.lock`), so that replacing the file does not
/// replace the lock. The system releases it when a process ends, however it ends.
package struct FileLock: Sendable {
    /// The file that is protected, not the lock file.
    package let path: String
    /// How long to wait for another holder.
    package let timeout: Duration

    package init(protecting path: String, timeout: Duration = .seconds(10)) {
        self.path = path
        self.timeout = timeout
    }

    /// Runs the body while holding the lock.
    ///
    /// - Throws: `FileError` with `isBusy` when another holder keeps the lock for longer than `timeout`.
    package func withLock<Result>(_ body: () throws -> Result) throws -> Result {
        let target = try RealPath.forWriting(path)
        let directory = FilePathText.parent(of: target)
        try PrivateDirectory.create(directory)
        let lockPath = FilePathText.join(directory, ".\(FilePathText.name(of: target)).lock")
        guard let descriptor = OwnedDescriptor(opening: lockPath, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
        else { throw FileError("lock", path) }
        _ = fchmod(descriptor.number, 0o600)
        try acquire(descriptor.number)
        defer { _ = flock(descriptor.number, LOCK_UN) }
        return try body()
    }

    private func acquire(_ descriptor: Int32) throws(FileError) {
        let deadline = ContinuousClock.now + timeout
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw FileError("lock", path) }
            guard ContinuousClock.now < deadline else {
                throw FileError("lock", path, number: EWOULDBLOCK, reason: "another process is changing it")
            }
            usleep(5_000)
        }
    }
}
