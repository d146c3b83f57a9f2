#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The user's login shell, asked for the variables that its start-up files export.
package struct LoginShell: Sendable {
    package struct Failure: Error, Hashable, Sendable {
        package var reason: String
    }

    /// The program, which must be listed in `/etc/shells`; `/bin/sh` otherwise.
    package var program: String
    /// The environment of the shell.
    package var environment: [String: String]
    package var timeout: Duration

    /// - Parameter environment: the environment of the process; its `SHELL` names the program.
    package init(environment: [String: String], home: String, timeout: Duration, shellsFile: String = "/etc/shells") {
        let wanted = environment["SHELL"] ?? ""
        program = Self.isListed(wanted, in: shellsFile) ? wanted : "/bin/sh"
        self.environment = environment
        self.environment["HOME"] = home
        self.environment["ZDOTDIR"] = nil
        self.timeout = timeout
    }

    /// Runs the shell and reads what it exports.
    package func variables() -> Result<[String: String], Failure> {
        let program = ChildProgram(path: program, arguments: ["-l", "-c", "env -0"], environment: environment)
        return program.output(limit: 2 << 20, timeout: timeout).map(Self.variables)
    }

    static func variables(in dump: [UInt8]) -> [String: String] {
        var result: [String: String] = [:]
        for entry in dump.split(separator: 0) {
            guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(decoding: entry[..<equals], as: UTF8.self)
            result[name] = String(decoding: entry[(equals + 1)...], as: UTF8.self)
        }
        return result
    }

    private static func isListed(_ program: String, in file: String) -> Bool {
        guard program.hasPrefix("/"), access(program, X_OK) == 0 else { return false }
        let text = (try? FileContents.read(file, limit: 1 << 16)).flatMap { $0 } ?? []
        return String(decoding: text, as: UTF8.self).split(separator: "\n").contains { $0 == program }
    }
}
