#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a gateway did for one request, from its head to the end of the answer. It stands in the log as one line, so that it
/// outlives the gateway. Neither a prompt, nor an answer, nor a key.
///
/// What every attempt took and cost stands in the ledger under the same id.
package struct FlightRecord: Hashable, Codable, Sendable {
    /// Our own id of the request, the answer's `x-openclaw-request-id`.
    package var requestID: String
    /// When its head was read, in milliseconds since 1970.
    package var started: Int
    /// The client's W3C `traceparent`, when it sent a valid one.
    package var traceparent: String?
    /// Our own span in that trace.
    package var span: String?
    package var method: String
    /// The path of the route without a query, which could hold a key.
    package var path: String
    package var status: Int
    /// The name of the key that was used.
    package var key: String?
    /// The model as the client named it.
    package var requested: String?
    /// Whether the client wanted the answer as a stream.
    package var isStreamed: Bool?
    /// What answered, or what was asked last.
    package var model: String?
    package var endpoint: String?
    /// The service's id of the request.
    package var upstreamID: String?
    package var attempts: Int?
    /// Every attempt, when the first one was not the answer.
    package var tries: [FlightAttempt]?
    /// What was changed in the request, and why.
    package var adjustments: [String]?
    /// Milliseconds for the connection, the first byte, silence and the whole; `nil` for no limit.
    package var deadlines: [Int?]?
    package var milliseconds: Int
    /// Milliseconds to the first byte of the answer.
    package var firstByte: Int?
    package var bytesIn: Int?
    package var bytesOut: Int?
    /// What the service counted.
    package var inputTokens: Int?
    package var outputTokens: Int?
    /// Whether the client left before the answer was complete.
    package var isAbandoned: Bool?
    /// The kind of the failure.
    package var code: String?
    /// Why it failed.
    package var error: String?

    package init(
        requestID: String, started: Int = 0, method: String, path: String, status: Int, milliseconds: Int
    ) {
        self.requestID = requestID
        self.started = started
        self.method = method
        self.path = path
        self.status = status
        self.milliseconds = milliseconds
    }

    /// - Parameter line: a line of the log.
    /// - Returns: `nil` for lines about something else.
    package init?(line: ArraySlice<UInt8>) {
        guard let record = try? JSONDecoder().decode(Self.self, from: Data(line)) else { return nil }
        self = record
    }

    /// Whether a request is meant by our id, by the service's, or by the id of its trace.
    package func isNamed(_ id: String) -> Bool {
        requestID == id || upstreamID == id || traceparent?.dropFirst(3).prefix(32).elementsEqual(id) == true
            || tries?.contains { $0.upstreamID == id } == true
    }

    /// How it ended, in one word: `ok`, `left`, or the kind of the failure.
    package var outcome: String { isAbandoned == true ? "left" : code ?? (status < 400 ? "ok" : String(status)) }

    enum CodingKeys: String, CodingKey {
        case requestID = "request"
        case started
        case traceparent = "trace"
        case span, method, path, status, key, requested
        case isStreamed = "stream"
        case model, endpoint
        case upstreamID = "upstream"
        case attempts, tries, adjustments, deadlines
        case milliseconds = "ms"
        case firstByte = "first_byte_ms"
        case bytesIn = "bytes_in"
        case bytesOut = "bytes_out"
        case inputTokens = "input_tokens"
        case outputTokens = "output_tokens"
        case isAbandoned = "left"
        case code, error
    }
}
