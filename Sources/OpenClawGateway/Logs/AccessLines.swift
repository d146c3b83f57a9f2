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
    private var lastEntry: AccessEntry?
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
        write(entry)
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
    private mutating func write(_ entry: AccessEntry) {
        text.add("request", entry.writing.id)
        text.add("started", Int((entry.started * 1000).rounded()))
        text.add("trace", entry.writing.trace?.parent)
        text.add("span", entry.writing.trace?.span)
        writeCall(entry)
        text.add("upstream", entry.writing.upstreamID ?? entry.writing.error?.requestID)
        writeAttempts(entry)
        text.add("ms", Int(entry.duration / 1_000_000))
        text.add("first_byte_ms", entry.writing.firstByte.map { Int(($0 - entry.writing.start) / 1_000_000) })
        if entry.writing.bytesIn > 0 { text.add("bytes_in", entry.writing.bytesIn) }
        text.add("bytes_out", entry.writing.bytes)
        text.add("input_tokens", entry.writing.chat?.usage?.input)
        text.add("output_tokens", entry.writing.chat?.usage?.output)
        if entry.isAbandoned { text.add("left", true) }
        guard let error = entry.writing.error else { return }
        text.add("code", error.code.rawValue)
        text.add("error", scrubber.scrub(error.message))
    }

    /// What many requests that end together have in common.
    private mutating func writeCall(_ entry: AccessEntry) {
        if let lastEntry, lastEntry.isAlike(entry) { return text.add(members: writtenCall) }
        var written = LogText()
        writeCall(entry, to: &written)
        (lastEntry, writtenCall) = (entry, written.bytes)
        text.add(members: writtenCall)
    }

    private mutating func writeCall(_ entry: AccessEntry, to text: inout LogText) {
        text.add("method", entry.writing.method.rawValue)
        text.add("path", lastPath.make(from: entry.writing.path ?? "", Self.withoutQuery))
        text.add("status", entry.writing.status)
        text.add("key", entry.writing.client)
        // Everything that a client chose may hold a key by mistake.
        let requested = entry.writing.requested.map { lastName.make(from: $0, scrubber.scrub) }
        text.add("requested", requested)
        guard let model = entry.writing.chat?.model else { return }
        text.add("stream", entry.writing.isStreamed)
        let isSafe = requested != nil && requested == entry.writing.requested
        text.add("model", isSafe ? model : scrubber.scrub(model))
        text.add("endpoint", entry.writing.chat?.endpoint)
    }

    private mutating func writeAttempts(_ entry: AccessEntry) {
        guard let attempts = entry.writing.chat?.attempts else { return }
        if attempts > 0 { text.add("attempts", attempts) }
        if let tries = entry.writing.chat?.tries, !tries.isEmpty {
            text.add("tries", each: tries) { text, attempt in
                text.begin()
                FlightAttempt(attempt).write(to: &text, scrubber)
                text.end()
            }
        }
        if let adjustments = entry.writing.chat?.adjustments, !adjustments.isEmpty {
            text.add("adjustments", adjustments.map { "\($0.rule): \($0.message)" })
        }
        if let deadlines = entry.writing.chat?.deadlines { write(deadlines) }
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

    private static func withoutQuery(_ path: String) -> String {
        guard let end = path.utf8.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            return path
        }
        return String(path[..<end])
    }
}

extension AccessEntry {
    /// Whether what many requests have in common is the same in two.
    fileprivate func isAlike(_ other: AccessEntry) -> Bool {
        writing.status == other.writing.status && writing.method == other.writing.method
            && writing.isStreamed == other.writing.isStreamed && writing.path == other.writing.path
            && writing.client == other.writing.client && writing.requested == other.writing.requested
            && writing.chat?.model == other.writing.chat?.model
            && writing.chat?.endpoint == other.writing.chat?.endpoint
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
