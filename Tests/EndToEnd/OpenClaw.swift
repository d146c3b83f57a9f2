import Foundation

/// The built binary in an empty home of its own.
final class OpenClaw: Sendable {
    /// What one run left behind.
    struct Run: Sendable {
        var status: Int32
        var stdout: String
        var stderr: String
        var duration: Duration
    }

    let home: URL
    let environment: [String: String]

    init(environment: [String: String] = [:]) throws {
        home = FileManager.default.temporaryDirectory.appending(path: "openclaw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        self.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
            .merging(environment) { $1 }
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    static let binary: URL = {
        if let path = ProcessInfo.processInfo.environment["OPENCLAW_BINARY"] { return URL(filePath: path) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: ".build/debug/openclaw")
    }()

    /// The state directory of this home.
    var state: URL { home.appending(path: ".openclaw") }

    /// Reads a file below the state directory.
    func file(_ path: String) throws -> String {
        try String(contentsOf: state.appending(path: path), encoding: .utf8)
    }

    /// Writes a file below the state directory.
    func write(_ text: String, to path: String) throws {
        let target = state.appending(path: path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try Data(text.utf8).write(to: target)
    }

    /// Runs the binary to its end.
    @discardableResult
    func callAsFunction(
        _ arguments: String..., stdin: String = "", environment extra: [String: String] = [:],
        interruptAfter: Duration? = nil, limit: Duration = .seconds(60)
    ) async throws -> Run {
        try await run(
            arguments, stdin: stdin, environment: extra, interruptAfter: interruptAfter, limit: limit)
    }

    /// Runs the binary to its end; it is killed after `limit`, and sent an interrupt before when asked.
    func run(
        _ arguments: [String], stdin: String = "", environment extra: [String: String] = [:],
        interruptAfter: Duration? = nil, limit: Duration = .seconds(60)
    ) async throws -> Run {
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.environment = environment.merging(extra) { $1 }
        process.currentDirectoryURL = home
        let input = Pipe()
        let output = Pipe()
        let errors = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        let start = ContinuousClock.now
        try process.run()
        let pid = process.processIdentifier
        input.fileHandleForWriting.write(Data(stdin.utf8))
        try input.fileHandleForWriting.close()

        let watch = Task {
            if let interruptAfter {
                try await Task.sleep(for: interruptAfter)
                kill(pid, SIGINT)
            }
            try await Task.sleep(for: limit)
            kill(pid, SIGKILL)
        }
        async let standardOutput = Self.text(of: output.fileHandleForReading)
        async let standardError = Self.text(of: errors.fileHandleForReading)
        let (out, err) = try await (standardOutput, standardError)
        process.waitUntilExit()
        watch.cancel()
        return Run(
            status: process.terminationStatus, stdout: out, stderr: err, duration: ContinuousClock.now - start)
    }

    @concurrent private static func text(of handle: FileHandle) async throws -> String {
        String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    }
}
