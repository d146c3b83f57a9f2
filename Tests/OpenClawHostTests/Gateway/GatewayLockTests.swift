import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct GatewayLockTests {
    private let directory: TemporaryDirectory
    private var files: GatewayFiles { GatewayFiles(stateDirectory: directory.path) }

    init() throws { directory = try TemporaryDirectory() }

    /// Another process that holds the lock until its input ends, as a gateway would.
    private func otherGateway() throws -> (process: Process, input: Pipe) {
        let script = """
            import fcntl, os, sys
            number = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.lockf(number, fcntl.LOCK_EX)
            print("held", flush=True)
            sys.stdin.read()
            """
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, files.lock]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        _ = output.fileHandleForReading.availableData
        return (process, input)
    }

    @Test func nobodyHoldsItAtFirstAndAfterItsRelease() throws {
        #expect(GatewayLock.holding(files) == nil)
        let lock = try GatewayLock(files)
        #expect(try directory.mode("gateway.lock") == 0o600)
        lock.release()
        #expect(GatewayLock.holding(files) == nil)
    }

    @Test func secondGatewayIsToldWhoRuns() throws {
        let (other, input) = try otherGateway()
        let holding = try #require(GatewayLock.holding(files))
        #expect(holding.pid == other.processIdentifier)
        let error = #expect(throws: InferenceError.self) { _ = try GatewayLock(files) }
        #expect(error?.code == .gatewayBusy)
        #expect(error?.message.contains("pid \(other.processIdentifier)") == true)
        try input.fileHandleForWriting.close()
        other.waitUntilExit()
        #expect(GatewayLock.holding(files) == nil)
        _ = try GatewayLock(files)
    }

    @Test func lockOfAKilledGatewayIsFree() throws {
        let (other, _) = try otherGateway()
        kill(other.processIdentifier, SIGKILL)
        other.waitUntilExit()
        _ = try GatewayLock(files)
    }

    @Test func wordsOfAnEarlierGatewayDoNotCount() throws {
        let stale = GatewayHolder(
            pid: 1, version: "1", program: "/p", host: "127.0.0.1", port: 1, startedAt: 0, configHash: "")
        try directory.write(String(decoding: try JSONEncoder().encode(stale), as: UTF8.self), to: "gateway.lock")
        let (other, input) = try otherGateway()
        #expect(GatewayLock.holding(files) == GatewayLock.Holding(pid: other.processIdentifier, holder: nil))
        try input.fileHandleForWriting.close()
        other.waitUntilExit()
    }
}
