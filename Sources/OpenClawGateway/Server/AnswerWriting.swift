import Inference

/// What is known of the answer that a connection is writing, for its framing, for metrics and for the access log.
struct AnswerWriting {
    typealias ChatAccount = AccessEntry.ChatAccount

    var id = ""
    /// When the head of the request was read; zero between requests.
    var start: UInt64 = 0
    var method = RequestMethod.get
    /// Whether a stream is framed in chunks; otherwise it ends with the connection.
    var isChunked = true
    /// Whether the request counts among the open ones.
    var isCounted = false
    /// The virtual key among whose requests it counts.
    var heldKey: String?
    var path: String?
    var client: String?
    var trace: TraceContext?
    /// Whether the service is told of the trace.
    var propagatesTrace = false
    /// The model as the client named it.
    var requested: String?
    /// The service's id of the request.
    var upstreamID: String?
    var status = 0
    var firstByte: UInt64?
    /// Bytes of the request's body.
    var bytesIn = 0
    /// Bytes of the answer so far, without its head.
    var bytes = 0
    var isStreamed = false
    var error: InferenceError?
    var chat: ChatAccount?
}

extension AccessEntry {
    /// - Parameters:
    ///   - now: the moment on the clock of the event loops.
    ///   - time: the same moment in seconds since 1970.
    init(_ writing: AnswerWriting, isAbandoned: Bool, at now: UInt64, time: Double) {
        let duration = now - writing.start
        self.init(
            id: writing.id, started: time - Double(duration) / 1e9, method: writing.method.rawValue,
            path: writing.path, status: writing.status, client: writing.client, requested: writing.requested,
            isStreamed: writing.chat == nil ? nil : writing.isStreamed, upstreamID: writing.upstreamID,
            chat: writing.chat, trace: writing.trace, duration: duration,
            firstByte: writing.firstByte.map { $0 - writing.start }, bytesIn: writing.bytesIn, bytesOut: writing.bytes,
            isAbandoned: isAbandoned, error: writing.error)
    }
}
