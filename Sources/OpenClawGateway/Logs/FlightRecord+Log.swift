import OpenClawHost

extension FlightRecord {
    /// The members of its line; their names are those by which it is decoded again.
    func write(to line: inout LogLine, _ scrubber: SecretScrubber) {
        line.add("request", requestID)
        line.add("started", started)
        line.add("trace", traceparent)
        line.add("span", span)
        line.add("method", method)
        line.add("path", withoutQuery)
        line.add("status", status)
        line.add("key", key)
        // Everything that a client chose may hold a key by mistake.
        let safe = requested.map(scrubber.scrub)
        line.add("requested", safe)
        line.add("stream", isStreamed)
        line.add("model", safe != nil && safe == requested ? model : model.map(scrubber.scrub))
        line.add("endpoint", endpoint)
        line.add("upstream", upstreamID)
        line.add("attempts", attempts)
        line.add("tries", tries?.map { $0.line(scrubber) })
        line.add("adjustments", adjustments)
        line.add("deadlines", deadlines)
        line.add("ms", milliseconds)
        line.add("first_byte_ms", firstByte)
        line.add("bytes_in", bytesIn)
        line.add("bytes_out", bytesOut)
        line.add("input_tokens", inputTokens)
        line.add("output_tokens", outputTokens)
        line.add("left", isAbandoned)
        line.add("code", code)
        line.add("error", error.map(scrubber.scrub))
    }
}

extension FlightRecord {
    private var withoutQuery: String {
        guard let end = path.utf8.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            return path
        }
        return String(path[..<end])
    }
}

extension FlightAttempt {
    fileprivate func line(_ scrubber: SecretScrubber) -> LogLine {
        var line = LogLine()
        line.add("model", model)
        line.add("endpoint", endpoint)
        line.add("credential", credential)
        line.add("code", code)
        line.add("message", message.map(scrubber.scrub))
        line.add("status", status)
        line.add("upstream", upstreamID)
        return line
    }
}
