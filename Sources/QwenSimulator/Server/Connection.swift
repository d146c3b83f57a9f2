import NIOCore
import NIOHTTP1
import Synchronization

/// Serves the requests of one connection, one after the other.
final class Connection: Sendable {
    typealias Stream = NIOAsyncChannel<HTTPServerRequestPart, ReplyWriter.Part>

    private static let largestBody = 128 << 20
    /// A file of the largest size that an upload policy allows, and its form.
    private static let largestUpload = 1025 << 20

    private struct Current: Sendable {
        let entry: Int
        let started = ContinuousClock.now
    }

    let stream: Stream
    let service: SimulatedService
    private let current = Mutex<Current?>(nil)

    init(stream: Stream, service: SimulatedService) {
        self.stream = stream
        self.service = service
    }

    func serve() async throws {
        stream.channel.closeFuture.whenComplete { _ in
            guard let left = self.current.withLock({ $0 }) else { return }
            self.service.log.clientClosed(left.entry, after: left.started.duration(to: .now))
        }
        try await stream.executeThenClose { inbound, outbound in
            let writer = ReplyWriter(channel: stream.channel, outbound: outbound)
            var head: HTTPRequestHead?
            var body: [UInt8] = []
            var limit = Self.largestBody
            for try await part in inbound {
                switch part {
                case .head(let next):
                    head = next
                    body = []
                    limit =
                        StorageAddress.isStorage(HTTPCall(head: next, body: [])) ? Self.largestUpload : Self.largestBody
                    if next.headers.first(name: "expect")?.lowercased() == "100-continue" {
                        try await outbound.write(.head(HTTPResponseHead(version: next.version, status: .continue)))
                    }
                case .body(let buffer):
                    guard body.count + buffer.readableBytes <= limit else { return }
                    body.append(contentsOf: buffer.readableBytesView)
                case .end:
                    guard let request = head else { return }
                    head = nil
                    let call = HTTPCall(head: request, body: body)
                    body = []
                    guard try await answer(call, to: request, with: writer) else { return }
                }
            }
        }
    }

    /// Returns whether the connection may be used again.
    private func answer(_ call: HTTPCall, to request: HTTPRequestHead, with writer: ReplyWriter) async throws -> Bool {
        let entry = service.log.begin(call, resolver: service)
        current.withLock { $0 = Current(entry: entry) }
        let reply = await service.reply(to: call)
        do {
            if reply.delay > .zero { try await writer.pause(reply.delay) }
            service.log.answered(
                entry, status: reply.status, requestID: reply.headers.first(name: "x-request-id"))
            try await send(reply, of: entry, to: request, with: writer)
            return request.isKeepAlive
        } catch is ReplyWriter.ClientGone {
            return false
        }
    }

    /// A request counts as finished before its last bytes leave, because the client may close on reading them.
    private func send(
        _ reply: Reply, of entry: Int, to request: HTTPRequestHead, with writer: ReplyWriter
    ) async throws {
        var head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: reply.status), headers: reply.headers)
        if !request.isKeepAlive { head.headers.replaceOrAdd(name: "connection", value: "close") }
        switch reply.body {
        case .whole(let bytes):
            head.headers.replaceOrAdd(name: "content-length", value: String(bytes.count))
            var parts: [ReplyWriter.Part] = [.head(head)]
            if !bytes.isEmpty, request.method != .HEAD { parts.append(.body(.byteBuffer(ByteBuffer(bytes: bytes)))) }
            service.log.finished(entry)
            guard !request.isKeepAlive else { return try await writer.outbound.write(contentsOf: parts + [.end(nil)]) }
            try await writer.outbound.write(contentsOf: parts)
        case .lost: try await writer.perform(.cut)
        case .steps(let steps):
            try await writer.outbound.write(.head(head))
            for step in steps.dropLast() { try await writer.perform(step) }
            service.log.finished(entry)
            if let last = steps.last { try await writer.perform(last) }
        case .live(let produce):
            try await writer.outbound.write(.head(head))
            try await produce(writer)
            service.log.finished(entry)
        }
        try await writer.end()
    }
}
