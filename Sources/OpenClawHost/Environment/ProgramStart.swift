#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a program is started: what it reads, where it writes, and whom it belongs to.
struct ProgramStart {
    /// One of the three standard descriptors of the program.
    enum Stream {
        case inherited
        case nothing
        case descriptor(Int32)
    }

    /// Whose signals reach it.
    enum Family {
        case ours
        /// A process group of its own, so that all it starts can be ended at once.
        case group
        /// A session of its own, so that it outlives the terminal.
        case session
    }

    var path: String
    var arguments: [String] = []
    var environment: [String: String]
    var input = Stream.nothing
    var output = Stream.inherited
    var errors = Stream.inherited
    var family = Family.ours
    /// Signals that we may ignore or block and the program must not.
    var restoredSignals: [Int32] = [SIGPIPE]

    /// - Returns: The process id, or the number of the system's error.
    func callAsFunction() -> (processID: pid_t?, error: Int32) {
        var actions = Self.noFileActions()
        var attributes = Self.noAttributes()
        var failure = posix_spawn_file_actions_init(&actions)
        guard failure == 0 else { return (nil, failure) }
        defer { posix_spawn_file_actions_destroy(&actions) }
        failure = posix_spawnattr_init(&attributes)
        guard failure == 0 else { return (nil, failure) }
        defer { posix_spawnattr_destroy(&attributes) }
        for (number, stream) in [input, output, errors].enumerated() {
            switch stream {
            case .inherited: break
            case .nothing:
                let mode = number == 0 ? O_RDONLY : O_WRONLY
                posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", mode, 0)
            case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
            }
        }
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in restoredSignals { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var child: pid_t = 0
        let words = CStrings([path] + arguments)
        let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
        failure = withExtendedLifetime((words, variables)) {
            posix_spawn(&child, path, &actions, &attributes, words.pointers, variables.pointers)
        }
        return (failure == 0 ? child : nil, failure)
    }

    private var flags: Int {
        switch family {
        case .ours: Int(POSIX_SPAWN_SETSIGDEF)
        // The group's number stays 0 in the attributes: the program's own.
        case .group: Int(POSIX_SPAWN_SETSIGDEF) | Int(POSIX_SPAWN_SETPGROUP)
        case .session: Int(POSIX_SPAWN_SETSIGDEF) | Self.newSession
        }
    }

    /// `POSIX_SPAWN_SETSID`, which the headers hide.
    #if canImport(Darwin)
        private static let newSession = 0x0400
        private static func noFileActions() -> posix_spawn_file_actions_t? { nil }
        private static func noAttributes() -> posix_spawnattr_t? { nil }
    #else
        private static let newSession = 0x80
        private static func noFileActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
        private static func noAttributes() -> posix_spawnattr_t { posix_spawnattr_t() }
    #endif
}

/// Texts as C wants them: a list of pointers that ends with null.
private final class CStrings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

    deinit {
        for pointer in pointers { free(pointer) }
    }
}
