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
        return built("openclaw")
    }()

    /// An executable of this package.
    static func built(_ name: String) -> URL {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: ".build/debug/\(name)")
    }

    /// The state directory of this home.
    var state: URL { home.appending(path: ".openclaw") }

    /// Reads a file below the state directory.
    func file(_ path: String) throws -> String {
        try String(contentsOf: state.appending(path: path), encoding: .utf8)
    }

    /// The bytes of the state database and its journal.
    var storedState: Data {
        ["", "-wal"].reduce(into: Data()) { data, suffix in
            data += (try? Data(contentsOf: state.appending(path: "openclaw-state.sqlite" + suffix))) ?? Data()
        }
    }

    /// Forgets usage, rests and repairs.
    func forgetState() {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(at: state.appending(path: "openclaw-state.sqlite" + suffix))
        }
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
    ///
    /// Waiting happens on threads of its own: the pool of the tests has one thread per core, and the simulator's callers
    /// need it.
    func run(
        _ arguments: [String], stdin: String = "", environment extra: [String: String] = [:],
        interruptAfter: Duration? = nil, limit: Duration = .seconds(60), executable: URL = OpenClaw.binary
    ) async throws -> Run {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        try self.runAndWait(
                            executable, arguments, stdin: stdin, environment: extra, interruptAfter: interruptAfter,
                            limit: limit)
                    })
            }
        }
    }

    private func runAndWait(
        _ executable: URL, _ arguments: [String], stdin: String, environment extra: [String: String],
        interruptAfter: Duration?,
        limit: Duration
    ) throws -> Run {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment.merging(extra) { $1 }
        process.currentDirectoryURL = home
        let input = Pipe()
        let output = PipeText()
        let errors = PipeText()
        process.standardInput = input
        process.standardOutput = output.pipe
        process.standardError = errors.pipe
        let start = ContinuousClock.now
        try process.run()
        output.startReading()
        errors.startReading()
        input.fileHandleForWriting.write(Data(stdin.utf8))
        try input.fileHandleForWriting.close()

        if let interruptAfter, !output.waitForEnd(within: interruptAfter) {
            kill(process.processIdentifier, SIGINT)
        }
        if !output.waitForEnd(within: limit) || !errors.waitForEnd(within: .seconds(5)) {
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, stdout: output.text, stderr: errors.text,
            duration: ContinuousClock.now - start)
    }
}
