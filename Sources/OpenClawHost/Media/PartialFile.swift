import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A result that is on its way: bytes are added at the end, also by a later process.
struct PartialFile: ~Copyable {
    private let descriptor: OwnedDescriptor
    private let path: String

    init(_ path: String) throws(InferenceError) {
        do throws(FileError) {
            try PrivateDirectory.create(FilePathText.parent(of: path))
        } catch {
            throw error.inferenceError
        }
        let flags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW
        guard let descriptor = OwnedDescriptor(opening: path, flags: flags, mode: 0o644) else {
            throw FileError("write", path).inferenceError
        }
        self.descriptor = descriptor
        self.path = path
    }

    var length: Int {
        get throws(InferenceError) {
            guard let status = descriptor.status() else { throw FileError("read", path).inferenceError }
            return Int(status.st_size)
        }
    }

    /// Its first bytes, by which its format is known.
    var beginning: [UInt8] { (try? MediaReader(path))?.bytes(at: 0, count: 16) ?? [] }

    borrowing func append(_ bytes: [UInt8]) throws(InferenceError) {
        guard descriptor.write(all: bytes) else { throw FileError("write", path).inferenceError }
    }

    borrowing func restart() throws(InferenceError) {
        guard ftruncate(descriptor.number, 0) == 0 else { throw FileError("write", path).inferenceError }
    }

    borrowing func sync() throws(InferenceError) {
        guard fsync(descriptor.number) == 0 else { throw FileError("write", path).inferenceError }
    }

    /// Gives the file its name, in place of what had it.
    borrowing func move(to target: String) throws(InferenceError) {
        guard rename(path, target) == 0 else { throw FileError("replace", target).inferenceError }
        let parent = FilePathText.parent(of: target)
        if let directory = OwnedDescriptor(opening: parent, flags: O_RDONLY | O_DIRECTORY) {
            _ = fsync(directory.number)
        }
    }

    borrowing func discard() { unlink(path) }
}
