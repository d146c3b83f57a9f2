import Inference
import OpenClawHost

/// The lines about requests that ended at about the same time. What is the same in many of them is made once.
struct AccessLines {
    private let opening: [UInt8]
    private let scrubber: SecretScrubber
    private var pieces: [FlightLines] = []
    private var text = LogText()
    private var count = 0
    private var lastPath = LastText()
    private var lastName = LastText()
    private var lastCall: Call?
    private var writtenCall: [UInt8] = []
    private var lastDeadlines: Deadlines?
    private var writtenDeadlines: [UInt8] = []

    /// About so many bytes of lines are handed on together.
    private static let piece = 16 << 10
    private static let longLine = 2 << 10

    /// - Parameter opening: what stands in front of each line.
    init(opening: [UInt8], scrubber: SecretScrubber) {
        self.opening = opening
        self.scrubber = scrubber
    }

    mutating func add(_ entry: AccessEntry) {
        if count == 0 { text = LogText(capacity: Self.piece + Self.longLine) }
        text.begin(opening)
        write(entry, entry.writing)
        text.endLine()
        count += 1
        if text.bytes.count >= Self.piece { endPiece() }
    }

    /// The lines in pieces that are handed on as a whole.
    consuming func finished() -> [FlightLines] {
        if count > 0 { endPiece() }
        return pieces
    }

    private mutating func endPiece() {
        pieces.append(FlightLines(bytes: text.bytes, count: count))
        count = 0
    }

    /// The members of its line; their names are those by which it is decoded as a flight record again.
    private mutating func write(_ entry: AccessEntry, _ writing: AnswerWriting) {
        text.add("request", writing.id)
        text.add("started", Int((entry.started * 1000).rounded()))
        text.add("trace", writing.trace?.parent)
        text.add("span", writing.trace?.span)
        write(Call(writing))
        text.add("upstream", writing.upstreamID ?? writing.error?.requestID)
        writeAttempts(writing)
        text.add("ms", Int(entry.duration / 1_000_000))
        text.add("first_byte_ms", writing.firstByte.map { Int(($0 - writing.start) / 1_000_000) })
        if writing.bytesIn > 0 { text.add("bytes_in", writing.bytesIn) }
        text.add("bytes_out", writing.bytes)
        text.add("input_tokens", writing.chat?.usage?.input)
        text.add("output_tokens", writing.chat?.usage?.output)
        if entry.isAbandoned { text.add("left", true) }
        guard let error = writing.error else { return }
        text.add("code", error.code.rawValue)
        text.add("error", scrubber.scrub(error.message))
    }

    private mutating func write(_ call: Call) {
        if call != lastCall {
            var written = LogText()
            write(call, to: &written)
            (lastCall, writtenCall) = (call, written.bytes)
        }
        text.add(members: writtenCall)
    }

    private mutating func write(_ call: Call, to text: inout LogText) {
        text.add("method", call.method.rawValue)
        text.add("path", lastPath.make(from: call.path, Self.withoutQuery))
        text.add("status", call.status)
        text.add("key", call.client)
        // Everything that a client chose may hold a key by mistake.
        let requested = call.requested.map { lastName.make(from: $0, scrubber.scrub) }
        text.add("requested", requested)
        if let model = call.model {
            text.add("stream", call.isStreamed)
            let isSafe = requested != nil && requested == call.requested
            text.add("model", isSafe ? model : scrubber.scrub(model))
        }
        text.add("endpoint", call.endpoint)
    }

    private mutating func writeAttempts(_ writing: AnswerWriting) {
        guard let attempts = writing.chat?.attempts else { return }
        if attempts > 0 { text.add("attempts", attempts) }
        if let tries = writing.chat?.tries, !tries.isEmpty {
            text.add("tries", each: tries) { text, attempt in
                text.begin()
                FlightAttempt(attempt).write(to: &text, scrubber)
                text.end()
            }
        }
        if let adjustments = writing.chat?.adjustments, !adjustments.isEmpty {
            text.add("adjustments", adjustments.map { "\($0.rule): \($0.message)" })
        }
        if let deadlines = writing.chat?.deadlines { write(deadlines) }
    }

    private mutating func write(_ deadlines: Deadlines) {
        if deadlines != lastDeadlines {
            let limits = [deadlines.connect, deadlines.firstByte, deadlines.idle, deadlines.total]
            var written = LogText()
            written.add("deadlines", limits.map { limit in limit.map { Int($0 / .milliseconds(1)) } })
            (lastDeadlines, writtenDeadlines) = (deadlines, written.bytes)
        }
        text.add(members: writtenDeadlines)
    }

    /// What many requests that end together have in common.
    private struct Call: Equatable {
        let method: RequestMethod
        let path: String
        let status: Int
        let client: String?
        let requested: String?
        let isStreamed: Bool
        let model: String?
        let endpoint: String?

        init(_ writing: AnswerWriting) {
            method = writing.method
            path = writing.path ?? ""
            status = writing.status
            client = writing.client
            requested = writing.requested
            isStreamed = writing.isStreamed
            model = writing.chat?.model
            endpoint = writing.chat?.endpoint
        }
    }

    private static func withoutQuery(_ path: String) -> String {
        guard let end = path.utf8.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            return path
        }
        return String(path[..<end])
    }
}

extension FlightAttempt {
    fileprivate func write(to text: inout LogText, _ scrubber: SecretScrubber) {
        text.add("model", model)
        text.add("endpoint", endpoint)
        text.add("credential", credential)
        text.add("code", code)
        text.add("message", message.map(scrubber.scrub))
        text.add("status", status)
        text.add("upstream", upstreamID)
    }
}
