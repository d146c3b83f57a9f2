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

    private func entry(_ id: String, _ change: (inout AnswerWriting) -> Void = { _ in }) -> AccessEntry {
        var writing = AnswerWriting(id: id, start: 1_000_000_000)
        (writing.path, writing.status, writing.client) = ("/v1/messages", 200, "laptop")
        (writing.requested, writing.upstreamID) = ("small", "up-\(id)")
        change(&writing)
        return AccessEntry(writing, isAbandoned: false, at: 1_500_000_000, time: 1_790_000_000.5)
    }

    @Test func everythingSurvivesTheWayThroughTheLog() throws {
        let entry = entry("r1") { writing in
            writing.chat = .init(
                model: "acme/acme-large", endpoint: "eu", attempts: 2, usage: Usage(input: 3, output: 5))
            writing.chat?.tries = [
                ChatAttempt(
                    reference: ModelRef(provider: "acme", model: "acme-small"), endpoint: "eu",
                    error: InferenceError(.unavailable, "said \"no\"\n", status: 503, requestID: "up-0")),
                ChatAttempt(reference: ModelRef(provider: "acme", model: "acme-large"), endpoint: "eu"),
            ]
            writing.chat?.adjustments = [Adjustment(rule: "max-tokens-clamped", message: "max_tokens clamped to 9")]
            writing.chat?.deadlines = Deadlines(connect: .seconds(15), total: nil)
            writing.trace = TraceContext(Self.parent, span: "1111111111111111")
        }
        let log = makeLog()
        let writer = AccessLogWriter(log)
        writer.record(entry)
        writer.settle()
        log.flush()
        let record = try #require(try stored().first)
        #expect(writer.latest(1) == [record])
        #expect(record.requested == "small" && record.model == "acme/acme-large" && record.key == "laptop")
        #expect(record.traceparent == Self.parent && record.attempts == 2 && record.outputTokens == 5)
        #expect(record.started == 1_790_000_000_000 && record.milliseconds == 500)
        #expect(record.tries?.map(\.code) == ["unavailable", nil])
        #expect(record.tries?.first?.message == "said \"no\"\n")
        #expect(record.deadlines == [15_000, 300_000, 180_000, nil])
        #expect(record.adjustments == ["max-tokens-clamped: max_tokens clamped to 9"])
        for id in ["r1", "up-r1", "up-0", "4bf92f3577b34da6a3ce929d0e0e4736"] { #expect(record.isNamed(id), "\(id)") }
        #expect(!record.isNamed("") && !record.isNamed("up"))
    }

    /// Who reads logs by machine counts on every name, on their order and on how values are written.
    @Test func linesAreWrittenByteForByte() throws {
        let log = makeLog()
        let writer = AccessLogWriter(log)
        var bare = AnswerWriting(id: "r1", start: 1_000_000_000)
        (bare.status, bare.bytes) = (404, 31)
        writer.record(AccessEntry(bare, isAbandoned: false, at: 1_000_999_999, time: 1_790_000_000.0004))
        writer.record(AccessEntry(Self.full, isAbandoned: true, at: 3_345_678_901, time: 1_790_000_002))
        writer.settle()
        log.flush()
        let head = #"{"time":"2026-09-21T14:13:20.000Z","level":"info","log":"access","request":"#
        let expected = [
            #""r1","started":1789999999999,"method":"GET","path":"","status":404,"ms":0,"bytes_out":31}"#,
            #""r2","started":1789999999654,"trace":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","#
                + #""span":"1111111111111111","method":"POST","path":"/v1/messages","status":502,"#
                + #""key":"l\\a\"p","requested":"große Ähre\n","stream":true,"model":"acme/ü\u2028","#
                + #""endpoint":"eu","upstream":"up-2","attempts":2,"tries":[{"model":"acme/small","endpoint":"eu","#
                + #""credential":"env","code":"unavailable","message":"no \"way\"","status":503,"upstream":"up-0"},"#
                + #"{"model":"acme/large"}],"adjustments":["a: b","c: \td"],"deadlines":[15000,300000,1,null],"#
                + #""ms":2345,"first_byte_ms":40,"bytes_in":1234567890,"bytes_out":0,"input_tokens":3,"#
                + #""output_tokens":0,"left":true,"code":"truncated_stream","error":"broke *** off"}"#,
        ]
        let lines = try state.text("logs/gateway.log").split(separator: "\n").map(String.init)
        #expect(lines == expected.map { head + $0 })
    }

    private static var full: AnswerWriting {
        var writing = AnswerWriting(id: "r2", start: 1_000_000_000, method: .post)
        (writing.path, writing.status, writing.client) = ("/v1/messages", 502, "l\\a\"p")
        (writing.requested, writing.isStreamed) = ("große Ähre\n", true)
        writing.firstByte = 1_040_999_999
        writing.bytesIn = 1_234_567_890
        writing.trace = TraceContext(parent, span: "1111111111111111")
        writing.error = InferenceError(.truncated, "broke sk-1234567890abcdef off", requestID: "up-2")
        writing.chat = .init(
            model: "acme/ü\u{2028}", endpoint: "eu", attempts: 2, usage: Usage(input: 3, output: 0))
        var tried = ChatAttempt(
            reference: ModelRef(provider: "acme", model: "small"), endpoint: "eu",
            error: InferenceError(.unavailable, "no \"way\"", status: 503, requestID: "up-0"))
        tried.credential = "env"
        writing.chat?.tries = [tried, ChatAttempt(reference: ModelRef(provider: "acme", model: "large"))]
        writing.chat?.adjustments = [Adjustment(rule: "a", message: "b"), Adjustment(rule: "c", message: "\td")]
        writing.chat?.deadlines = Deadlines(idle: .microseconds(1999))
        return writing
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
        let entry = entry("r1") { writing in
            writing.requested = "sk-1234567890abcdefghij"
            writing.chat = .init(model: "acme/sk-1234567890abcdefghij", endpoint: "eu", attempts: 1)
        }
        log.lines(of: [entry]).forEach(log.write)
        log.flush()
        #expect(!(try state.text("logs/gateway.log")).contains("1234567890"))
    }
}
