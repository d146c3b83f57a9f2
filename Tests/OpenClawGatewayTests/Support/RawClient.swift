#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A client that sends bytes as they are and reads what comes, with a deadline of some seconds.
final class RawClient {
    private let descriptor: Int32
    private(set) var received = ""
    private var isOpen = true

    init(port: Int, timeout: Int = 5) {
        #if canImport(Darwin)
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        var limit = timeval(tv_sec: timeout, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close() }

    /// Once only: the system may have given the number to somebody else by the second time.
    func close() {
        guard isOpen else { return }
        isOpen = false
        systemClose(descriptor)
    }

    func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { systemSend(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Reads until a text has come, and takes everything up to its end.
    func read(until mark: String) -> String {
        while !received.contains(mark) {
            guard let more = receive() else { break }
            received += more
        }
        let end = received.firstRange(of: mark)?.upperBound ?? received.endIndex
        defer { received = String(received[end...]) }
        return String(received[..<end])
    }

    /// Reads until the other side ends the connection.
    func readToEnd() -> String {
        while let more = receive() { received += more }
        defer { received = "" }
        return received
    }

    /// Reads one answer with a content length.
    func answer() -> (head: String, body: String) {
        let head = read(until: "\r\n\r\n")
        let line = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        let length = line.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
        while received.utf8.count < length {
            guard let more = receive() else { break }
            received += more
        }
        defer { received = String(received.utf8.dropFirst(length)) ?? "" }
        return (head, String(received.utf8.prefix(length)) ?? "")
    }

    private func receive() -> String? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }
}

private func systemClose(_ descriptor: Int32) {
    #if canImport(Glibc)
        _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
        _ = Musl.close(descriptor)
    #else
        _ = Darwin.close(descriptor)
    #endif
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
        Darwin.send(descriptor, bytes, count, 0)
    #elseif canImport(Musl)
        Musl.send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
    #else
        Glibc.send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
    #endif
}
