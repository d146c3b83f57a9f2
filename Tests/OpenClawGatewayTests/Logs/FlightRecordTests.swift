import Foundation
import Inference
import Logging
import OpenClawHost
import Testing

@testable import OpenClawGateway

/// What is kept of requests, in memory and on disk.
@Suite struct FlightRecordTests {
    private static let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    private let state: TemporaryState

    init() throws { state = try TemporaryState() }

    private func makeLog(_ scrubber: SecretScrubber = SecretScrubber()) -> GatewayLog {
        GatewayLog(path: state.file("logs/gateway.log"), scrubber: scrubber, now: { 1_790_000_000 })
    }

    /// The record of a request as a reader of the log sees it.
    private func stored() throws -> [FlightRecord] {
        try state.text("logs/gateway.log").split(separator: "\n").map {
            try JSONDecoder().decode(FlightRecord.self, from: Data($0.utf8))
        }
    }

    private func entry(_ id: String) -> AccessEntry {
        var writing = AnswerWriting(id: id, start: 1_000_000_000)
        (writing.path, writing.status, writing.client) = ("/v1/messages", 200, "laptop")
        (writing.requested, writing.upstreamID) = ("small", "up-\(id)")
        return AccessEntry(writing, isAbandoned: false, at: 1_500_000_000, time: 1_790_000_000.5)
    }

    @Test func everythingSurvivesTheWayThroughTheLog() throws {
        var entry = entry("r1")
        entry.chat = .init(model: "acme/acme-large", endpoint: "eu", attempts: 2, usage: Usage(input: 3, output: 5))
        entry.chat?.tries = [
            ChatAttempt(
                reference: ModelRef(provider: "acme", model: "acme-small"), endpoint: "eu",
                error: InferenceError(.unavailable, "said \"no\"\n", status: 503, requestID: "up-0")),
            ChatAttempt(reference: ModelRef(provider: "acme", model: "acme-large"), endpoint: "eu"),
        ]
        entry.chat?.adjustments = [Adjustment(rule: "max-tokens-clamped", message: "max_tokens clamped to 9")]
        entry.chat?.deadlines = Deadlines(connect: .seconds(15), total: nil)
        entry.trace = TraceContext(Self.parent, span: "1111111111111111")
        let log = makeLog()
        let writer = AccessLogWriter(log)
        writer.record(entry)
        writer.settle()
        log.flush()
        let record = try #require(try stored().first)
        #expect(record == FlightRecord(entry))
        #expect(record.started == 1_790_000_000_000 && record.milliseconds == 500)
        #expect(record.tries?.map(\.code) == ["unavailable", nil])
        #expect(record.tries?.first?.message == "said \"no\"\n")
        #expect(record.deadlines == [15_000, 300_000, 180_000, nil])
        #expect(record.adjustments == ["max-tokens-clamped: max_tokens clamped to 9"])
        for id in ["r1", "up-r1", "up-0", "4bf92f3577b34da6a3ce929d0e0e4736"] { #expect(record.isNamed(id), "\(id)") }
        #expect(!record.isNamed("") && !record.isNamed("up"))
    }

    @Test func theLastOnesAreInMemoryWithTheNewestFirst() {
        let log = makeLog()
        log.level = .warning
        let writer = AccessLogWriter(log, kept: 3)
        for number in 1...7 { writer.record(entry("r\(number)")) }
        #expect(writer.latest(10).map(\.requestID) == ["r7", "r6", "r5"])
        #expect(writer.latest(2).map(\.requestID) == ["r7", "r6"])
        #expect(writer.flight("up-r6")?.requestID == "r6")
        #expect(writer.flight("r1") == nil)
        log.flush()
        #expect((try? stored()) == nil)
    }

    @Test func aKeyInTheNameOfAModelIsTakenOut() throws {
        let log = makeLog()
        var entry = entry("r1")
        entry.requested = "sk-1234567890abcdefghij"
        entry.chat = .init(model: "acme/sk-1234567890abcdefghij", endpoint: "eu", attempts: 1)
        log.write(FlightRecord(entry))
        log.flush()
        #expect(!(try state.text("logs/gateway.log")).contains("1234567890"))
    }
}
