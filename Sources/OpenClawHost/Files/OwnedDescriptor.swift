#if canImport(Glibc)
    package import Glibc
#elseif canImport(Musl)
    package import Musl
#else
    package import Darwin
#endif

/// A file descriptor that closes itself at the end of its scope.
package struct OwnedDescriptor: ~Copyable {
    package let number: Int32

    /// Opens a file; `nil` with `errno` set when the system refuses.
    package init?(opening path: String, flags: Int32, mode: mode_t = 0) {
        var result: Int32
        repeat { result = open(path, flags | O_CLOEXEC, mode) } while result < 0 && errno == EINTR
        guard result >= 0 else { return nil }
        number = result
    }

    deinit { _ = close(number) }

    /// Writes all bytes; false with `errno` set when the system refuses.
    package borrowing func write(all bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                #if canImport(Darwin)
                    let count = Darwin.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #elseif canImport(Musl)
                    let count = Musl.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #else
                    let count = Glibc.write(number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #endif
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// What the system knows about the open file.
    borrowing func status() -> stat? {
        var result = stat()
        return fstat(number, &result) == 0 ? result : nil
    }
}
