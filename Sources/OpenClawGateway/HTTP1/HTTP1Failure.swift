/// Why bytes are not taken for HTTP/1.1, with the status that the sender is told.
struct HTTP1Failure: Error, Hashable {
    let status: Int
    let reason: String

    init(_ status: Int, _ reason: String) {
        self.status = status
        self.reason = reason
    }

    static let headTooLarge = HTTP1Failure(431, "the header fields are too large")
    static let bareLineFeed = HTTP1Failure("a line ends without a carriage return")
}

extension HTTP1Failure {
    init(_ reason: String) { self.init(400, reason) }
}
