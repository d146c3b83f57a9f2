#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is replaced as a whole: readers see the old bytes or the new ones, never a mix, also after a crash.
///
/// The new bytes go to a temporary file beside it, created with the final mode under any umask, synced, and renamed
/// over it. A symbolic link stays a link; the file behind it is replaced.
package struct AtomicFile: Sendable {
    /// The points of a replacement, in order. A test fails at each of them.
    package enum Step: String, CaseIterable, Sendable {
        case created, written, synced, renamed, directorySynced
    }

    package let path: String
    private let mode: mode_t
    private let after: @Sendable (Step) throws(FileError) -> Void

    /// - Parameter after: called after each step; throwing from it ends the replacement there.
    package init(
        _ path: String, mode: UInt16 = 0o600, after: @escaping @Sendable (Step) throws(FileError) -> Void = { _ in }
    ) {
        self.path = path
        self.mode = mode_t(mode)
        self.after = after
    }

    /// Replaces the content, creating the file and its directories (0700) when they are missing.
    package func replace(with bytes: [UInt8]) throws(FileError) {
        let target = try RealPath.forWriting(path)
        let owner = try existingOwner(of: target)
        let directory = FilePathText.parent(of: target)
        try PrivateDirectory.create(directory)
        let temporary = FilePathText.join(directory, ".\(FilePathText.name(of: target)).\(Self.uniqueSuffix()).tmp")
        do throws(FileError) {
            try write(bytes, to: temporary, owner: owner)
            guard rename(temporary, target) == 0 else { throw FileError("replace", target) }
        } catch {
            unlink(temporary)
            throw error
        }
        try after(.renamed)
        Self.sync(directory: directory)
        try after(.directorySynced)
    }

    private func write(_ bytes: [UInt8], to temporary: String, owner: Owner?) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        guard let descriptor = OwnedDescriptor(opening: temporary, flags: flags, mode: mode) else {
            throw FileError("create", temporary)
        }
        guard fchmod(descriptor.number, mode) == 0 else { throw FileError("create", temporary) }
        if let owner, owner.user != geteuid() || owner.group != getegid() {
            _ = fchown(descriptor.number, owner.user, owner.group)
        }
        try after(.created)
        guard descriptor.write(all: bytes) else { throw FileError("write", temporary) }
        try after(.written)
        guard fsync(descriptor.number) == 0 else { throw FileError("write", temporary) }
        try after(.synced)
    }

    private struct Owner {
        var user: uid_t
        var group: gid_t
    }

    /// A root shell must not take the file away from the user it belongs to.
    private func existingOwner(of target: String) throws(FileError) -> Owner? {
        var status = stat()
        guard stat(target, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError("write", target, number: EINVAL, reason: "not a regular file")
        }
        return geteuid() == 0 ? Owner(user: status.st_uid, group: status.st_gid) : nil
    }

    private static func uniqueSuffix() -> String {
        "\(getpid()).\(String(UInt64.random(in: .min ... .max), radix: 36))"
    }

    private static func sync(directory: String) {
        guard let descriptor = OwnedDescriptor(opening: directory, flags: O_RDONLY | O_DIRECTORY) else { return }
        _ = fsync(descriptor.number)
    }
}
