import Foundation
import QwenSimulator
import Testing

/// A service whose tasks pass quickly, and a home with a key for it.
enum MediaRoom {
    static func with(
        faults: [String] = [], endpoint: String = "standard-intl", taskSpeed: Double = 200,
        latency: Duration = .zero, _ body: (OpenClaw, Simulator) async throws -> Void
    ) async throws {
        try await ServiceRoom.with(faults: faults, taskSpeed: taskSpeed, latency: latency) { simulator, network in
            let key = try #require(simulator.banner.endpoint(endpoint)).key
            try await body(try OpenClaw(environment: network.merging(["QWEN_API_KEY": key]) { $1 }), simulator)
        }
    }

    static func json(_ run: OpenClaw.Run) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any], "\(run.stderr)")
    }

    /// The requests that begin something.
    static func submissions(_ simulator: Simulator) -> [ReceivedRequest] {
        simulator.receivedRequests().filter { $0.method == "POST" && $0.path.contains("/services/aigc/") }
    }

    /// Writes a picture; its header says what its size is.
    static func picture(_ name: String, in openclaw: OpenClaw, side: UInt8 = 16) throws {
        let text =
            "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAGUlEQVR42mP8z8BQz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC"
        var bytes = try #require(Data(base64Encoded: text))
        (bytes[19], bytes[23]) = (side, side)
        try bytes.write(to: openclaw.home.appending(path: name))
    }

    /// SHA-256 of a file, by a tool that is not ours.
    static func digest(_ file: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sha256sum", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return String(text.prefix { $0 != " " })
    }

    static func jobs(_ openclaw: OpenClaw) async throws -> [[String: Any]] {
        try #require(try json(await openclaw("jobs", "list", "--limit", "5000", "--json"))["jobs"] as? [[String: Any]])
    }
}
