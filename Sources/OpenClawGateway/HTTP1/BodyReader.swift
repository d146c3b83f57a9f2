import NIOCore

/// Takes the framing off a body, however its bytes arrive. A value: bytes in, steps out.
struct BodyReader {
    enum Step: Hashable {
        /// The next bytes of the buffer belong to the body; take exactly so many.
        case bytes(Int)
        /// More has to come.
        case incomplete
        /// The body is complete; what follows in the buffer belongs to something else.
        case end
    }

    private enum State {
        case length(Int)
        case chunked(ChunkedBody)
        case untilClose
    }

    private var state: State

    init(_ length: BodyLength, limits: HTTP1Limits = .requests) {
        switch length {
        case .none: state = .length(0)
        case .bytes(let count): state = .length(count)
        case .chunked: state = .chunked(ChunkedBody(limits: limits))
        case .untilClose: state = .untilClose
        }
    }

    /// Whether the body may end with the connection now.
    var mayEndHere: Bool {
        switch state {
        case .untilClose: true
        case .length(let rest): rest == 0
        case .chunked(let body): body.isAtEnd
        }
    }

    /// What to do next. After `.bytes` take them from the buffer before asking again.
    mutating func next(in buffer: inout ByteBuffer) throws(HTTP1Failure) -> Step {
        switch state {
        case .length(let rest):
            guard rest > 0 else { return .end }
            let count = min(rest, buffer.readableBytes)
            guard count > 0 else { return .incomplete }
            state = .length(rest - count)
            return .bytes(count)
        case .chunked(var body):
            let step = try body.next(in: &buffer)
            state = .chunked(body)
            return step
        case .untilClose:
            return buffer.readableBytes > 0 ? .bytes(buffer.readableBytes) : .incomplete
        }
    }
}
