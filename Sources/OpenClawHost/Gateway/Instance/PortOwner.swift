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

/// The program that listens on a port.
package struct PortOwner: Hashable, Sendable {
    /// `nil` when it belongs to another user, whose processes cannot be looked into.
    package var pid: Int32?
    /// Its command line, when it can be read.
    package var command: String?

    package init(pid: Int32? = nil, command: String? = nil) {
        self.pid = pid
        self.command = command
    }

    /// Who listens on a port of this machine, `nil` for nobody.
    package static func of(_ port: Int) -> PortOwner? {
        guard isTaken(port) else { return nil }
        #if os(Linux)
            let inodes = listeners(on: port)
            return inodes.isEmpty ? PortOwner() : process(holding: inodes) ?? PortOwner()
        #else
            return PortOwner()
        #endif
    }

    /// Whether nobody else could listen there now.
    private static func isTaken(_ port: Int) -> Bool {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(clamping: port)).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return result != 0 && errno == EADDRINUSE
    }

    /// The sockets that listen on a port, by the numbers that the kernel gives them.
    private static func listeners(on port: Int) -> Set<String> {
        let wanted = String(String(65_536 + port, radix: 16, uppercase: true).suffix(4))
        let files = ["/proc/net/tcp", "/proc/net/tcp6"]
        let lines = files.flatMap { text($0).split(separator: "\n").dropFirst() }
        return Set(
            lines.compactMap { line in
                let fields = line.split(separator: " ", omittingEmptySubsequences: true)
                guard fields.count > 9, fields[3] == "0A", fields[1].hasSuffix(":" + wanted) else { return nil }
                return "socket:[\(fields[9])]"
            })
    }

    private static func process(holding sockets: Set<String>) -> PortOwner? {
        let files = FileManager.default
        let processes = (try? files.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
        for pid in processes {
            let folder = "/proc/\(pid)/fd"
            let descriptors = (try? files.contentsOfDirectory(atPath: folder)) ?? []
            for descriptor in descriptors {
                guard let target = try? files.destinationOfSymbolicLink(atPath: "\(folder)/\(descriptor)"),
                    sockets.contains(target)
                else { continue }
                let command = text("/proc/\(pid)/cmdline").split(separator: "\0").joined(separator: " ")
                return PortOwner(pid: pid, command: command.isEmpty ? nil : command)
            }
        }
        return nil
    }

    private static func text(_ path: String) -> String {
        ((try? FileContents.read(path)) ?? nil).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
