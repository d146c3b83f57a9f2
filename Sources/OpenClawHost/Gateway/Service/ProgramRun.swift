#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a program that was run for its effect ended.
package struct ProgramRun: Hashable, Sendable {
    /// The exit status; `nil` when it could not be started, was killed or took too long.
    package var status: Int32?
    /// What it printed, errors included.
    package var output: String

    package init(status: Int32?, output: String) {
        self.status = status
        self.output = output
    }

    package var isSuccess: Bool { status == 0 }

    /// Runs a program to its end, within a time.
    package static func of(
        _ path: String, _ arguments: [String], environment: [String: String], timeout: Duration = .seconds(60)
    ) -> ProgramRun {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return ProgramRun(status: nil, output: "no pipe is left") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let launch = ProgramLaunch(path: path, arguments: arguments, environment: environment)
        let child = launch.start(output: ends[1])
        close(ends[1])
        guard let child else { return ProgramRun(status: nil, output: "\(path) cannot be started") }
        let deadline = ContinuousClock.now + timeout
        let output = collect(from: ends[0], until: deadline)
        if ContinuousClock.now >= deadline { kill(-child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        return ProgramRun(status: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, output: output)
    }

    private static func collect(from descriptor: Int32, until deadline: ContinuousClock.Instant) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while bytes.count < 1 << 20 {
            let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wanted, 1, Int32(max(0, min(left, 3_600_000))))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { break }
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
