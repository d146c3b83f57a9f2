#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The absolute path of a program, as a shell would find it. Symbolic links stay.
package enum ProgramPath {
    /// - Parameter name: a name, or a path as it was typed.
    package static func find(_ name: String, _ searchPath: String?) -> String {
        if name.contains("/") {
            let directory = FileManager.default.currentDirectoryPath
            return FilePathText.normalized(FilePathText.join(directory, name))
        }
        let folders = (searchPath ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init)
        let found = folders.filter { $0.hasPrefix("/") }.map { FilePathText.join($0, name) }.first {
            access($0, X_OK) == 0
        }
        return found ?? "/usr/bin/\(name)"
    }
}
