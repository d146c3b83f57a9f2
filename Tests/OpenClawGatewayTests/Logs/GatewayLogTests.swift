import Foundation
import Inference
import Logging
import OpenClawHost
import Testing

@testable import OpenClawGateway

@Suite struct GatewayLogTests {
    private let state: TemporaryState

    init() throws { state = try TemporaryState() }

    private func log(limit: Int = 1 << 20, capacity: Int = 1 << 20, scrubber: SecretScrubber = SecretScrubber())
        -> GatewayLog
    {
        GatewayLog(
            path: state.file("logs/gateway.log"), scrubber: scrubber, limit: limit, capacity: capacity,
            now: { 1_790_000_000.125 })
    }

    private func lines(_ name: String = "gateway.log") throws -> [JSONValue] {
        try state.text("logs/" + name).split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    }

    @Test func writesOneObjectALine() throws {
        let log = log()
        log.write(.info, "it began", metadata: [("port", "18789")])
        var writing = AnswerWriting(id: "r1", start: 1)
        (writing.path, writing.client) = ("/v1/x?key=sk-1234567890abcdef", "laptop")
        log.lines(of: [AccessEntry(writing, isAbandoned: false, at: 12_000_001, time: 1)]).forEach(log.write)
        log.flush()
        let lines = try lines()
        #expect(lines.count == 2)
        #expect(lines[0]["time"] == "2026-09-21T14:13:20.125Z")
        #expect(lines[0]["msg"] == "it began")
        #expect(lines[0]["port"] == "18789")
        #expect(lines[1]["path"] == "/v1/x")
        #expect(lines[1]["ms"] == 12)
        #expect(lines[1]["key"] == "laptop")
        var status = stat()
        #expect(stat(state.file("logs/gateway.log"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test(arguments: [
        "a\n{\"level\":\"error\"}", "\u{1B}[2Jgone", "\r", "\u{2028}\u{2029}\u{85}", "\u{202E}right to left",
        "\"\\\u{0}",
        "\u{7F}\u{9B}31m",
    ])
    func nothingThatAClientSendsEndsALineOrSteersATerminal(_ text: String) throws {
        let log = log()
        log.write(.warning, text, metadata: [("model", text)])
        log.flush()
        let written = try state.text("logs/gateway.log")
        #expect(written.unicodeScalars.filter { $0 == "\n" }.count == 1)
        #expect(!written.dropLast().unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(try lines()[0]["model"]?.string == text)
    }

    @Test func keysAreTakenOutAndLongTextsAreCut() throws {
        let scrubber = SecretScrubber()
        scrubber.learn(Secret("very-secret-word"))
        let log = log(scrubber: scrubber)
        log.write(.error, "Bearer abcdefghijkl and sk-oc-1234567890abcdef and very-secret-word")
        log.write(.error, String(repeating: "a", count: 100_000))
        log.flush()
        let text = try state.text("logs/gateway.log")
        for secret in ["abcdefghijkl", "1234567890abcdef", "very-secret-word"] { #expect(!text.contains(secret)) }
        #expect(text.utf8.count < 5_000)
    }

    @Test func beginsAnewWhenItIsLargeAndKeepsFiveOlderFiles() throws {
        let log = log(limit: 200)
        for number in 0..<20 {
            log.write(.info, "line \(number) " + String(repeating: "x", count: 100))
            log.flush()
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: state.file("logs")).sorted()
        #expect(names == ["gateway.log"] + (1...5).map { "gateway.log.\($0)" })
        #expect(try lines()[0]["msg"]?.string?.hasPrefix("line 19 ") == true)
        #expect(try lines("gateway.log.5")[0]["msg"]?.string?.hasPrefix("line 14 ") == true)
    }

    @Test func linesBelowTheLevelAreLeftOut() throws {
        let log = log()
        log.level = .warning
        log.write(.info, "quiet")
        log.write(.error, "loud")
        log.flush()
        #expect(try lines().map { $0["msg"] } == ["loud"])
    }

    @Test func whatHasNoRoomIsCounted() throws {
        let log = log(capacity: 300)
        // Nothing can be written while the directory is a file.
        try state.write("", to: "logs")
        for _ in 0..<50 { log.write(.info, String(repeating: "x", count: 50)) }
        log.flush()
        try FileManager.default.removeItem(atPath: state.file("logs"))
        log.write(.info, "after")
        log.flush()
        let lines = try lines()
        #expect(lines.contains { $0["msg"] == "after" })
        #expect(lines.compactMap { $0["dropped"]?.int }.reduce(0, +) == 50)
    }

    @Test func loggersOfLibrariesWriteHere() throws {
        let log = log()
        let logger = log.logger("pool")
        logger.notice("opened", metadata: ["host": "example.org"])
        log.flush()
        let line = try #require(try lines().first)
        #expect(line["log"] == "pool")
        #expect(line["level"] == "notice")
        #expect(line["host"] == "example.org")
    }
}
