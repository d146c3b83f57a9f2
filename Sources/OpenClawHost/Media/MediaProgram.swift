#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program of this machine that makes one form of a picture from another.
package struct MediaProgram: Sendable {
    private let path: String
    private let environment: [String: String]

    /// `nil` when it is not on the path.
    package init?(_ name: String, environment: [String: String]) {
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        let paths = folders.filter { $0.hasPrefix("/") }.map { FilePathText.join($0, name) }
        guard let path = paths.first(where: { access($0, X_OK) == 0 }) else { return nil }
        self.path = path
        self.environment = environment
    }

    /// What it writes; `nil` when it fails, or takes too long, or writes too much.
    package func output(_ arguments: [String], limit: Int, timeout: Duration) -> [UInt8]? {
        try? ChildProgram(path: path, arguments: arguments, environment: environment)
            .output(limit: limit, timeout: timeout).get()
    }
}
