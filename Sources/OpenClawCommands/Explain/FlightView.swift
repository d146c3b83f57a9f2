import Inference
import OpenClawHost

/// The story of a request in its two shapes.
struct FlightView: Renderable {
    private let story: FlightStory
    private let style: TextStyle
    private let zone: LocalZone
    private let columns: Int?
    private let clean: (String) -> String

    init(_ story: FlightStory, context: CommandContext) {
        self.story = story
        style = context.style
        zone = context.zone
        columns = context.output.columns
        let scrubber = context.scrubber
        clean = { TerminalText.safe(scrubber.scrub($0)) }
    }

    var json: JSONValue { FlightJSON(story, clean: clean).value }

    var text: [String] {
        var text = ExplanationLines(style: style, columns: columns)
        text.begin("Request")
        text.add(head: story.requestID)
        if let flight = story.flight { add(flight, to: &text) }
        let rests = Self.rests(of: story)
        let steps = story.calls.map(FlightStep.init) + rests.map(FlightStep.init)
        if !steps.isEmpty { text.begin("Attempts") }
        for (index, step) in steps.enumerated() {
            text.add(line: "\(index + 1). \(clean(step.head))  " + outcome(step.outcome))
            for (name, detail) in step.details { text.add(name, clean(detail)) }
        }
        if let flight = story.flight { addEnd(flight, to: &text) }
        return text.lines
    }

    /// The attempts that the ledger knows nothing of: what never went out is not in the books.
    static func rests(of story: FlightStory) -> [FlightAttempt] {
        var unseen = story.calls.map { "\($0.provider)/\($0.model) \($0.endpoint) \($0.outcome.name)" }
        return (story.flight?.tries ?? []).filter { attempt in
            let name = "\(attempt.model) \(attempt.endpoint ?? "") \(attempt.code ?? "ok")"
            guard let index = unseen.firstIndex(of: name) else { return attempt.code != nil }
            unseen.remove(at: index)
            return false
        }
    }

    private func add(_ flight: FlightRecord, to text: inout ExplanationLines) {
        let start = Double(flight.started) / 1000
        text.add("at", zone.dayAndClock(at: start) + ", " + ISODate(start).text)
        text.add("by", flight.key.map { $0 == "gateway" ? "the gateway's own token" : "key '\(clean($0))'" })
        text.add("path", "\(flight.method) \(clean(flight.path))")
        text.add("trace", flight.traceparent.map { clean($0) + (flight.span.map { ", our span \($0)" } ?? "") })
        text.begin("Asked for")
        let shape = flight.isStreamed.map { $0 ? ", as a stream" : ", as one document" } ?? ""
        text.add(head: clean(flight.requested ?? (flight.model == nil ? "no model" : "the default model")) + shape)
        if let bytes = flight.bytesIn { text.add("with", "\(bytes) bytes") }
        text.add("limits", flight.deadlines.map(Self.deadlines))
        for (index, change) in (flight.adjustments ?? []).enumerated() {
            if index == 0 { text.begin("Changed") }
            text.add(line: clean(change))
        }
    }

    private func addEnd(_ flight: FlightRecord, to text: inout ExplanationLines) {
        text.begin("Outcome")
        text.add(line: "status \(flight.status)  " + outcome(flight.outcome))
        text.add("from", flight.model.map { clean($0) + (flight.endpoint.map { " at \($0)" } ?? "") })
        text.add("why", flight.error.map(clean))
        let first = flight.firstByte.map { "first byte after \($0) ms, " } ?? ""
        text.add("took", "\(first)complete after \(flight.milliseconds) ms")
        text.add("sent", flight.bytesOut.map { "\($0) bytes" })
        if let input = flight.inputTokens, let output = flight.outputTokens {
            text.add("used", "\(input) input tokens, \(output) output tokens")
        }
        if flight.isAbandoned == true { text.add("note", "the client left before the answer was complete") }
    }

    private func outcome(_ name: String) -> String {
        switch name {
        case "ok": style.green("ok")
        case "left", "cancelled": style.yellow(name)
        default: style.red(clean(name))
        }
    }

    private static func deadlines(_ limits: [Int?]) -> String {
        zip(["connect", "first byte", "silence", "total"], limits).compactMap { name, limit in
            limit.map { "\(name) \($0 / 1000) s" }
        }.joined(separator: ", ")
    }
}
