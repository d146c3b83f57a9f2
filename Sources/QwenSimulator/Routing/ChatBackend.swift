import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An OpenAI-compatible server that supplies the words while the protocol stays the service's.
struct ChatBackend: Sendable {
    private typealias Stream = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    private let host: String
    private let port: Int
    private let usesTLS: Bool
    private let path: String
    private let key: String?
    private let model: String?
    private let group: any EventLoopGroup

    init(url text: String, group: any EventLoopGroup) throws(SimulatorError) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.scheme == "http" || parts.scheme == "https"
        else { throw SimulatorError("expected an http or https base URL for the chat backend, got '\(text)'") }
        self.host = host
        self.group = group
        usesTLS = parts.scheme == "https"
        port = parts.port ?? (usesTLS ? 443 : 80)
        var path = parts.path
        while path.hasSuffix("/") { path.removeLast() }
        self.path = path + "/chat/completions"
        key = parts.password ?? parts.user
        model = parts.queryItems?.first { $0.name == "model" }?.value
    }

    /// Asks the backend and hands over each delta as it comes; returns the finish reason.
    func ask(_ document: JSONObject, _ receive: (AnswerDelta) async throws -> Void) async throws -> String {
        let stream = try await connect()
        return try await stream.executeThenClose { inbound, outbound in
            try await outbound.write(contentsOf: request(document))
            var reader = BackendReader()
            for try await part in inbound {
                switch part {
                case .head(let head):
                    guard head.status == .ok else {
                        throw SimulatorError("the chat backend answered \(head.status.code)")
                    }
                case .body(let buffer):
                    for delta in reader.read(Array(buffer.readableBytesView)) { try await receive(delta) }
                case .end:
                    return reader.finish
                }
            }
            return reader.finish
        }
    }

    private func connect() async throws -> Stream {
        let tls = usesTLS ? try NIOSSLContext(configuration: .makeClientConfiguration()) : nil
        return try await ClientBootstrap(group: group)
            .channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: host)) }
                    try pipeline.addHTTPClientHandlers()
                    return try Stream(wrappingChannelSynchronously: channel)
                }
            }
    }

    private func request(_ document: JSONObject) -> [HTTPClientRequestPart] {
        var body: JSONObject = ["model": model.map(JSON.string) ?? document["model"] ?? "default", "stream": true]
        for name in ["messages", "tools", "temperature", "top_p", "max_tokens", "stop", "seed", "response_format"] {
            body[name] = document[name]
        }
        let bytes = JSON.object(body).bytes
        var headers: HTTPHeaders = [
            "host": "\(host):\(port)", "content-type": "application/json", "content-length": String(bytes.count),
        ]
        if let key { headers.add(name: "authorization", value: "Bearer \(key)") }
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: path, headers: headers)
        return [.head(head), .body(.byteBuffer(ByteBuffer(bytes: bytes))), .end(nil)]
    }
}
