import OpenClawHost

/// A request that was answered, as the log keeps it.
package struct AccessRecord: Hashable, Sendable {
    /// Our own id of the request.
    package var requestID: String
    /// The W3C `traceparent` that came along.
    package var traceparent: String?
    package var peer: String?
    package var method: String
    /// The path without its query, which could hold a key.
    package var path: String
    package var status: Int
    /// The name of the key that was used.
    package var key: String?
    package var model: String?
    package var endpoint: String?
    /// The service's id of the request.
    package var upstreamID: String?
    package var attempts: Int?
    package var milliseconds: Int
    /// Milliseconds to the first byte of the answer.
    package var firstByte: Int?
    package var bytesIn: Int?
    package var bytesOut: Int?
    /// Why it failed, or that the client left.
    package var error: String?

    package init(requestID: String, method: String, path: String, status: Int, milliseconds: Int) {
        self.requestID = requestID
        self.method = method
        self.path = path
        self.status = status
        self.milliseconds = milliseconds
    }

    func write(to line: inout LogLine, _ scrubber: SecretScrubber) {
        line.add("request", requestID)
        line.add("trace", traceparent)
        line.add("peer", peer)
        line.add("method", method)
        // Everything that a client chose may hold a key by mistake.
        line.add("path", scrubber.scrub(path.prefix { $0 != "?" && $0 != "#" }.description))
        line.add("status", status)
        line.add("key", key)
        line.add("model", model.map(scrubber.scrub))
        line.add("endpoint", endpoint)
        line.add("upstream", upstreamID)
        line.add("attempts", attempts)
        line.add("ms", milliseconds)
        line.add("first_byte_ms", firstByte)
        line.add("bytes_in", bytesIn)
        line.add("bytes_out", bytesOut)
        line.add("error", error.map(scrubber.scrub))
    }
}
