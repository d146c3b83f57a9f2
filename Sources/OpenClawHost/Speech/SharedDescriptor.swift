#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is open for reading as long as anybody has it.
final class SharedDescriptor: Sendable {
    private let descriptor: OwnedDescriptor

    init(_ path: String) throws(FileError) {
        guard let descriptor = OwnedDescriptor(opening: path, flags: O_RDONLY | O_NOFOLLOW) else {
            throw FileError("read", path)
        }
        self.descriptor = descriptor
    }

    func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        pread(descriptor.number, buffer.baseAddress, buffer.count, off_t(offset))
    }
}
