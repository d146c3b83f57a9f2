#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lets one driver at a time have a job: a lock of the system on a file for each job. It ends with the process, however that
/// ends, and does not run out while a laptop sleeps.
package struct JobLocks: Sendable {
    private let directory: String

    /// - Parameter directory: where the lock files are, created when needed.
    package init(directory: String) { self.directory = directory }

    /// - Returns: `nil` while somebody else has the job.
    package func hold(_ id: String) throws(FileError) -> JobHold? {
        try PrivateDirectory.create(directory)
        let path = path(of: id)
        guard let descriptor = OwnedDescriptor(opening: path, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600) else {
            throw FileError("lock", path)
        }
        guard flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else {
            if errno == EWOULDBLOCK || errno == EINTR { return nil }
            throw FileError("lock", path)
        }
        return JobHold(descriptor: descriptor, path: path)
    }

    /// Whether somebody drives the job now.
    package func isHeld(_ id: String) -> Bool {
        guard let descriptor = OwnedDescriptor(opening: path(of: id), flags: O_RDWR | O_NOFOLLOW) else { return false }
        return flock(descriptor.number, LOCK_SH | LOCK_NB) != 0
    }

    private func path(of id: String) -> String { FilePathText.join(directory, id + ".lock") }
}

/// A job that is ours until this goes away.
package final class JobHold: Sendable {
    private let descriptor: OwnedDescriptor
    private let path: String

    init(descriptor: consuming OwnedDescriptor, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Removes the file of a job that will not be driven any more.
    package func discard() { unlink(path) }
}
