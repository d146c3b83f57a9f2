#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds the file behind symbolic links.
package enum RealPath {
    /// The path without symbolic links, `nil` when nothing is there.
    package static func resolve(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// Where a write to a path must go so that a symbolic link stays one: the real file, or the target of a
    /// dangling link, or the path itself.
    package static func forWriting(_ path: String) throws(FileError) -> String {
        if let real = resolve(path) { return real }
        var current = path
        for _ in 0..<16 {
            guard let target = linkTarget(current) else { return current }
            current = FilePathText.join(FilePathText.parent(of: current), target)
        }
        throw FileError("write", path, number: ELOOP)
    }

    private static func linkTarget(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }
}
