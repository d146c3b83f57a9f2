import NIOHTTP1

/// What is answered to one call: a head, then bytes at once, a script of steps, or a live stream.
struct Reply: Sendable {
    enum Body: Sendable {
        case whole([UInt8])
        case steps([ReplyStep])
        case live(@Sendable (ReplyWriter) async throws -> Void)
        /// Nothing at all: the connection ends before a head.
        case lost
    }

    var status: Int
    var headers: HTTPHeaders
    var body: Body
    var delay: Duration = .zero

    init(status: Int, headers: HTTPHeaders, body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    static func json(_ value: JSON, status: Int = 200) -> Reply {
        Reply(status: status, headers: ["content-type": "application/json"], body: .whole(value.bytes))
    }

    static func text(_ text: String, type: String, status: Int) -> Reply {
        Reply(status: status, headers: ["content-type": type], body: .whole(Array(text.utf8)))
    }

    static func events(_ body: Body, status: Int = 200) -> Reply {
        Reply(
            status: status, headers: ["content-type": "text/event-stream;charset=UTF-8", "cache-control": "no-cache"],
            body: body)
    }
}

/// One act of a scripted body.
enum ReplyStep: Sendable, Equatable {
    case bytes([UInt8])
    case pause(Duration)
    /// Closes the connection in the middle of the body.
    case cut
    /// Resets the connection (RST) in the middle of the body.
    case reset
}
