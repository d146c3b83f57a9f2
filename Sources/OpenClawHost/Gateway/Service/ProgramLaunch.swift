#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Starts a program that does not share our terminal, signals or descriptors.
package struct ProgramLaunch: Sendable {
    package var path: String
    package var arguments: [String]
    package var environment: [String: String]

    package init(path: String, arguments: [String], environment: [String: String]) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
    }

    /// Starts it in a session of its own, so that it outlives the terminal; what it prints is appended to a file.
    package func detach(printingTo file: String) -> Int32? {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // Whoever called us may wait for the end of a pipe that we inherited without knowing; the daemon must not hold it.
        for number in 3..<Int32(1024) where number != descriptor { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
        return start(output: descriptor)
    }

    /// - Parameter output: where its output and errors go.
    func start(output: Int32) -> Int32? {
        let start = ProgramStart(
            path: path, arguments: arguments, environment: environment, output: .descriptor(output),
            errors: .descriptor(output), family: .session, restoredSignals: [SIGPIPE, SIGHUP, SIGINT, SIGTERM])
        return start().processID
    }
}
