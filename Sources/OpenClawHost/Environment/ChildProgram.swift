#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that is run for what it writes to its standard output, within a time.
struct ChildProgram {
    let path: String
    let arguments: [String]
    let environment: [String: String]

    /// The output of the program, which runs in a process group of its own and is killed when the time is over.
    func output(limit: Int, timeout: Duration) -> Result<[UInt8], LoginShell.Failure> {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return failure(String(cString: strerror(errno))) }
        let (reading, writing) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(reading) }
        let start = ProgramStart(
            path: path, arguments: arguments, environment: environment, output: .descriptor(writing), errors: .nothing,
            family: .group)
        let child = start().processID
        close(writing)
        guard let child else { return failure("\(path) could not be started") }
        let result = collect(from: reading, limit: limit, deadline: .now + timeout)
        var status: Int32 = 0
        if case .failure = result { kill(-child, SIGKILL) }
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        return result.flatMap { status == 0 ? .success($0) : failure("\(path) failed") }
    }

    private func failure(_ reason: String) -> Result<[UInt8], LoginShell.Failure> {
        .failure(LoginShell.Failure(reason: reason))
    }

    private func collect(
        from descriptor: Int32, limit: Int, deadline: ContinuousClock.Instant
    ) -> Result<[UInt8], LoginShell.Failure> {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = ContinuousClock.now.duration(to: deadline).components
            let milliseconds = max(0, left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000)
            var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wanted, 1, Int32(min(milliseconds, 3_600_000)))
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { return failure("\(path) did not answer in time") }
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? .success(bytes) : failure("its output could not be read") }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else { return failure("\(path) wrote more than \(limit) bytes") }
        }
    }
}
