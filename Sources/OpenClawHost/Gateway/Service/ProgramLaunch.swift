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
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        guard posix_spawn_file_actions_init(&actions) == 0, posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGPIPE, SIGHUP, SIGINT, SIGTERM] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(Self.newSession) | Int16(POSIX_SPAWN_SETSIGDEF))
        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var child: pid_t = 0
        return posix_spawn(&child, path, &actions, &attributes, words, variables) == 0 ? child : nil
    }

    /// `POSIX_SPAWN_SETSID`, which the headers hide.
    #if canImport(Darwin)
        private static let newSession = 0x0400
    #else
        private static let newSession = 0x80
    #endif
}
