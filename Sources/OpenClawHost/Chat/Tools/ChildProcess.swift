import Inference
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A started program with its standard input and output in our hands.
final class ChildProcess: Sendable {
    private let input: Int32
    private let output: Int32
    /// The process id until the process is reaped; a reaped id may belong to somebody else.
    private let processID: Mutex<pid_t?>

    /// - Throws: `InferenceError` with code `.invalidConfiguration` when the program cannot be started.
    init(path: String, environment: [String: String]) throws(InferenceError) {
        let stdin = try Self.pipe()
        let stdout = try Self.pipe()
        let start = ProgramStart(
            path: path, environment: environment, input: .descriptor(stdin.read), output: .descriptor(stdout.write))
        let result = start()
        close(stdin.read)
        close(stdout.write)
        input = stdin.write
        output = stdout.read
        processID = Mutex(result.processID)
        guard result.error == 0 else {
            close(input)
            close(output)
            throw InferenceError(
                .invalidConfiguration,
                "tool program \(path) cannot be started (error \(result.error)); expected an executable")
        }
    }

    /// Ends the program at once.
    func kill() {
        processID.withLock { id in
            if let id { _ = sendSignal(id, SIGKILL) }
        }
    }

    /// Writes the input, reads the output to its end and waits for the program.
    func exchange(_ bytes: [UInt8], until deadline: ContinuousClock.Instant, limit: Int) -> ToolProgram.Outcome {
        var pending = bytes[...]
        var collected: [UInt8] = []
        var timedOut = false
        var inputIsOpen = true
        _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
        while true {
            if inputIsOpen, pending.isEmpty {
                close(input)
                inputIsOpen = false
            }
            guard let remaining = Self.milliseconds(until: deadline) else {
                timedOut = true
                break
            }
            var descriptors = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
            if inputIsOpen { descriptors.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
            guard poll(&descriptors, nfds_t(descriptors.count), remaining) > 0 else { continue }
            if inputIsOpen, descriptors[1].revents != 0, !write(&pending) { pending = [] }
            if descriptors[0].revents != 0, !read(into: &collected, limit: limit) { break }
        }
        if inputIsOpen { close(input) }
        close(output)
        if timedOut || collected.count >= limit { kill() }
        return ToolProgram.Outcome(
            output: String(decoding: collected, as: UTF8.self), exitCode: wait(until: deadline), timedOut: timedOut)
    }

    /// - Returns: `false` when nobody reads any more.
    private func write(_ pending: inout ArraySlice<UInt8>) -> Bool {
        let (count, failure) = BrokenPipe.writing {
            pending.withUnsafeBytes { writeBytes(input, $0.baseAddress, $0.count) }
        }
        if count > 0 { pending = pending.dropFirst(count) }
        return count > 0 || failure == EAGAIN || failure == EINTR
    }

    /// - Returns: `false` at the end of the output or of our patience.
    private func read(into collected: inout [UInt8], limit: Int) -> Bool {
        var failure: Int32 = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: 16 * 1024) { buffer, count in
            let result = readBytes(output, buffer.baseAddress, buffer.count)
            failure = result < 0 ? errno : 0
            count = max(0, result)
        }
        if failure != 0 { return failure == EINTR }
        collected.append(contentsOf: chunk.prefix(limit - collected.count))
        return !chunk.isEmpty && collected.count < limit
    }

    /// A program that closed its output may still run: it gets until the deadline.
    private func wait(until deadline: ContinuousClock.Instant) -> Int32? {
        var status: Int32 = 0
        while let id = processID.withLock({ $0 }) {
            let result = waitpid(id, &status, WNOHANG)
            if result == id || (result < 0 && errno != EINTR) {
                processID.withLock { $0 = nil }
                break
            }
            if Self.milliseconds(until: deadline) == nil { kill() }
            _ = poll(nil, 0, 2)
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }

    private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32? {
        let remaining = ContinuousClock.now.duration(to: deadline)
        guard remaining > .zero else { return nil }
        return Int32(
            clamping: remaining.components.seconds * 1000 + remaining.components.attoseconds / 1_000_000_000_000_000 + 1
        )
    }
}

extension ChildProcess {
    private static func pipe() throws(InferenceError) -> (read: Int32, write: Int32) {
        var descriptors: [Int32] = [0, 0]
        guard openPipe(&descriptors) == 0 else {
            throw InferenceError(.invalidConfiguration, "no pipe for a tool program (error \(errno))")
        }
        for descriptor in descriptors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return (descriptors[0], descriptors[1])
    }
}

private func sendSignal(_ id: pid_t, _ number: Int32) -> Int32 {
    #if canImport(Glibc)
        Glibc.kill(id, number)
    #elseif canImport(Musl)
        Musl.kill(id, number)
    #else
        Darwin.kill(id, number)
    #endif
}

private func openPipe(_ descriptors: inout [Int32]) -> Int32 {
    #if canImport(Glibc)
        Glibc.pipe(&descriptors)
    #elseif canImport(Musl)
        Musl.pipe(&descriptors)
    #else
        Darwin.pipe(&descriptors)
    #endif
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
        Musl.write(descriptor, bytes, count)
    #else
        Darwin.write(descriptor, bytes, count)
    #endif
}

private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
        Glibc.read(descriptor, bytes, count)
    #elseif canImport(Musl)
        Musl.read(descriptor, bytes, count)
    #else
        Darwin.read(descriptor, bytes, count)
    #endif
}
