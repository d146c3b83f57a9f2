package import Inference

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

/// Asks the gateway that runs for a state directory, over the socket that only its owner may open.
package struct AdminClient: Sendable {
    package let path: String
    private let timeout: Duration

    package init(_ files: GatewayFiles, timeout: Duration = .seconds(5)) {
        path = files.adminSocket
        self.timeout = timeout
    }

    /// - Parameter request: the id of the request that is meant.
    /// - Throws: `.gatewayStopped` when nobody answers, or the error that the gateway answers with.
    package func ask(
        _ operation: AdminRequest.Operation, about request: String? = nil
    ) throws(InferenceError) -> AdminReply {
        let deadline = ContinuousClock.now + timeout
        let descriptor = try connect()
        defer { close(descriptor) }
        guard var line = try? JSONEncoder().encode(AdminRequest(operation, request: request)) else {
            throw silent("cannot be asked")
        }
        line.append(0x0A)
        try send(Array(line), to: descriptor, deadline)
        let bytes = try receive(from: descriptor, deadline)
        guard let reply = try? JSONDecoder().decode(AdminReply.self, from: Data(bytes)) else {
            throw silent("answers what this version does not understand")
        }
        if let error = reply.error {
            throw InferenceError(InferenceError.Code(rawValue: error.code), error.message, hint: error.hint)
        }
        return reply
    }

    private func connect() throws(InferenceError) -> Int32 {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { throw silent("does not run") }
        // Somebody else's socket would learn what we ask, and could lie.
        guard status.st_uid == geteuid() else { throw silent("has a socket of another user at \(path)") }
        guard let address = UnixAddress(path) else { throw silent("has a socket with too long a path: \(path)") }
        #if canImport(Glibc)
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw silent("cannot be asked") }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        guard address.withPointer({ connectSocket(descriptor, $0, $1) }) == 0 else {
            close(descriptor)
            throw silent("does not run")
        }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        return descriptor
    }

    private func send(
        _ bytes: [UInt8], to descriptor: Int32, _ deadline: ContinuousClock.Instant
    ) throws(InferenceError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: POLLOUT, descriptor, deadline)
            let count = rest.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else { throw silent("went away") }
            rest = rest.dropFirst(count)
        }
    }

    private func receive(
        from descriptor: Int32, _ deadline: ContinuousClock.Instant
    ) throws(InferenceError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while bytes.last != 0x0A {
            try wait(for: POLLIN, descriptor, deadline)
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0, bytes.count < 1 << 24 else { throw silent("went away") }
            bytes += chunk[..<count]
        }
        return bytes
    }

    private func wait(
        for event: some BinaryInteger, _ descriptor: Int32, _ deadline: ContinuousClock.Instant
    ) throws(InferenceError) {
        while true {
            let left = ContinuousClock.now.duration(to: deadline).components
            let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0 else { throw silent("does not answer") }
            var wanted = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            let ready = poll(&wanted, 1, Int32(clamping: milliseconds))
            if ready > 0 { return }
            guard ready == 0 || errno == EINTR else { throw silent("cannot be asked") }
        }
    }

    private func silent(_ what: String) -> InferenceError {
        InferenceError(.gatewayStopped, "the gateway \(what)", hint: "openclaw gateway status")
    }
}

private func connectSocket(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
    connect(descriptor, address, length)
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
        write(descriptor, bytes, count)
    #else
        send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
    #endif
}
