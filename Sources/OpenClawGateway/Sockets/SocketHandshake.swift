import HTTPTypes
import Inference
import NIOCore
import Transport

/// What a client and a service say to open a socket between them (RFC 6455). The gateway hands their keys through, so that they
/// prove to each other that they speak the protocol. Extensions are not handed through: what they pack could not be counted.
struct SocketHandshake {
    private let fields: [(name: String, value: String)]

    private static let carried: Set = [
        "sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol",
    ]
    private static let answered: Set = [
        "sec-websocket-accept", "sec-websocket-protocol", "x-request-id",
    ]

    /// - Throws: `.invalidRequest` when the client does not ask for a socket.
    init(_ fields: HTTPFields) throws(InferenceError) {
        let words = fields[values: .connection].flatMap { $0.split(separator: ",") }
        let asks = words.contains { $0.filter { $0 != " " }.lowercased() == "upgrade" }
        self.fields = fields.compactMap { field in
            let name = field.name.canonicalName
            return Self.carried.contains(name) ? (name, field.value) : nil
        }
        let names = Set(self.fields.map(\.name))
        let target = fields.first { $0.name.canonicalName == "upgrade" }?.value
        guard asks, target?.lowercased() == "websocket",
            names.isSuperset(of: ["sec-websocket-key", "sec-websocket-version"])
        else {
            throw InferenceError(
                "upgrade_required", "expected the opening of a WebSocket: there is nothing else on this path",
                status: 426)
        }
    }

    /// The request to the service.
    func write(_ head: HTTPRequest, to origin: Origin, trace: String?, into buffer: inout ByteBuffer) {
        buffer.writeString("GET \(origin.targetPrefix)\(head.path ?? "/") HTTP/1.1\r\n")
        buffer.writeField("host", origin.authority)
        buffer.writeStaticString("connection: Upgrade\r\nupgrade: websocket\r\n")
        for field in fields { buffer.writeField(named: field.name, field.value) }
        for field in head.headerFields { buffer.writeField(named: field.name.canonicalName, field.value) }
        if let authorization = origin.proxyAuthorization { buffer.writeField("proxy-authorization", authorization) }
        if let trace { buffer.writeField("traceparent", trace) }
        buffer.writeStaticString("\r\n")
    }

    /// The head by which the client learns that the socket is open.
    static func write(_ answer: ResponseHead, callID: String, into buffer: inout ByteBuffer) {
        buffer.writeStaticString("HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n")
        for name in answered.sorted() {
            if let value = answer.first(name) { buffer.writeField(named: name, value) }
        }
        buffer.writeField("x-openclaw-request-id", callID)
        buffer.writeStaticString("\r\n")
    }
}
