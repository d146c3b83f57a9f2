import Foundation
import QwenSimulator

/// Qwen Cloud on loopback for one test, reached as a base URL or under its real host names.
enum ServiceRoom {

    static func with<Result>(
        faults: [String] = [], acceptingAnyKey: Bool = false, clockSkew: Duration = .zero, taskSpeed: Double = 1,
        latency: Duration = .zero,
        _ body: (Simulator, [String: String]) async throws -> Result
    ) async throws -> Result {
        let certificate = FileManager.default.temporaryDirectory.appending(path: "ca-\(UUID().uuidString).pem")
        defer { try? FileManager.default.removeItem(at: certificate) }
        let simulator = try await Simulator.start(
            SimulatorConfiguration(
                proxyPort: 0, caFile: certificate.path, latency: latency, taskSpeed: taskSpeed, clockSkew: clockSkew,
                acceptAnyKey: acceptingAnyKey,
                faults: try faults.map { try Fault(parsing: $0) }))
        let proxied = ["HTTPS_PROXY": simulator.banner.proxyURL ?? "", "SSL_CERT_FILE": certificate.path]
        do {
            let result = try await body(simulator, proxied)
            try await simulator.shutdown()
            return result
        } catch {
            try? await simulator.shutdown()
            throw error
        }
    }
}
