import HTTPTypes
import Inference
import NIOCore
import NIOHTTP1

/// A request as it is written: checked head with framing headers, and the body.
struct WireRequest {
    let head: HTTPRequestHead
    let body: [ArraySlice<UInt8>]
    let stream: (any HTTPRequestBody)?

    /// Headers that belong to the connection, not to the caller.
    private static let reserved: Set<String> = [
        "connection", "keep-alive", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding",
        "upgrade",
    ]

    /// - Throws: `.invalidRequest` when a header would change the framing or the destination.
    init(_ request: HTTPExchangeRequest, target: RequestTarget, proxy: ProxyServer?) throws(InferenceError) {
        var headers = HTTPHeaders()
        headers.reserveCapacity(request.head.headerFields.count + 4)
        headers.add(name: "host", value: target.authority)
        let length = request.contentLength
        for field in request.head.headerFields {
            let name = field.name.canonicalName
            let isOurs = name == "host" || name == "content-length"
            if isOurs || Self.reserved.contains(name) {
                guard field.value == (name == "host" ? target.authority : String(length)), isOurs else {
                    throw InferenceError(
                        .invalidRequest, "the header '\(name)' is set by the connection; remove it from the request")
                }
                continue
            }
            headers.add(name: field.name.rawName, value: field.value)
        }
        if length > 0 || (request.head.method != .get && request.head.method != .head) {
            headers.add(name: "content-length", value: String(length))
        }
        if request.head.headerFields[.acceptEncoding] == nil {
            headers.add(name: "accept-encoding", value: "identity")
        }

        var uri = target.path
        if let proxy, !target.isTLS {
            uri = "http://\(target.authority)\(target.path)"
            if let authorization = proxy.authorization {
                headers.add(name: "proxy-authorization", value: authorization)
            }
        }
        let method = HTTPMethod(rawValue: request.head.method.rawValue)
        head = HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: headers)
        body = request.body
        stream = request.stream
    }
}
