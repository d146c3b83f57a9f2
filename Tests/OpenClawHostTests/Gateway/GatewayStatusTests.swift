import Foundation
import Testing

@testable import OpenClawHost

@Suite struct GatewayStatusTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func inspect(port: Int, service: ServiceState? = nil) -> GatewayStatus {
        GatewayStatus.inspect(
            GatewayFiles(stateDirectory: directory.path), port: port, configHash: "x", service: service)
    }

    /// A socket that listens on a port of its own.
    private func listener() throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        try #require(result)
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    @Test func namesTheProgramThatHasThePort() throws {
        let (descriptor, port) = try listener()
        defer { close(descriptor) }
        let status = inspect(port: port)
        #expect(status.state == .portTaken)
        #expect(status.portOwner?.pid == getpid())
        #expect(status.portOwner?.command?.isEmpty == false)
    }

    @Test func tellsStoppedFromNotInstalled() throws {
        let (descriptor, port) = try listener()
        close(descriptor)
        #expect(inspect(port: port).state == .notInstalled)
        let service = ServiceState(manager: "systemd", path: "/x", isInstalled: true)
        #expect(inspect(port: port, service: service).state == .stopped)
    }
}
