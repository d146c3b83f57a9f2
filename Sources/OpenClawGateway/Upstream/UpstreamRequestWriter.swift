import HTTPTypes
import Inference
import NIOCore
import Transport

/// Writes a request as its service reads it: head and body in one piece.
enum UpstreamRequestWriter {
    /// More than usual heads take.
    static let headSize = 1024
    /// More than what is written beside values.
    private static let ownSize = 256

    /// - Parameter trace: the value of `traceparent`, for services that follow the traces of their callers.
    /// - Throws: `.invalidRequest` when a field would change the framing or the destination.
    static func write(
        _ request: HTTPExchangeRequest, to site: UpstreamSite, trace: String? = nil, into buffer: inout ByteBuffer
    ) throws(InferenceError) {
        let head = request.head
        let length = request.contentLength
        let fields = head.headerFields
        var size = Self.ownSize + head.method.rawValue.utf8.count + (head.path?.utf8.count ?? 0)
        size += site.targetPrefix.utf8.count + site.hostName.utf8.count
        size += (site.proxyAuthorization?.utf8.count ?? 0) + (trace?.utf8.count ?? 0)
        for field in fields {
            let name = field.name.canonicalName
            guard !isReserved(name) else {
                throw InferenceError(
                    .invalidRequest, "the header '\(name)' is set by the connection; remove it from the request")
            }
            size += name.utf8.count + field.value.utf8.count + HeadText.framing
        }
        buffer.writeHead(size) { text in
            text.add(text: head.method.rawValue)
            text.add(" ")
            text.add(text: site.targetPrefix)
            text.add(text: head.path ?? "/")
            text.add(" HTTP/1.1\r\n")
            text.addField("host", site.hostName)
            let saysEncoding = add(fields, to: &text)
            if let authorization = site.proxyAuthorization {
                text.addField("proxy-authorization", authorization)
            }
            if let trace { text.addField("traceparent", trace) }
            if length > 0 || head.method == .post || head.method == .put {
                text.add("content-length: ")
                text.add(length)
                text.add("\r\n")
            }
            if !saysEncoding { text.add("accept-encoding: identity\r\n") }
            text.add("\r\n")
        }
        for slice in request.body { buffer.writeBytes(slice) }
    }

    /// - Returns: whether one of them names the encodings of the answer.
    private static func add(_ fields: HTTPFields, to text: inout HeadText) -> Bool {
        var saysEncoding = false
        for field in fields {
            let name = field.name.canonicalName
            if isOurs(name) { continue }
            if name.utf8.count == 15, name == "accept-encoding" { saysEncoding = true }
            text.addField(known: field.name.rawName, field.value)
        }
        return saysEncoding
    }

    /// Whether a field is written here. Names are told apart by length first, as those of requests are.
    private static func isOurs(_ name: String) -> Bool {
        switch name.utf8.count {
        case 4: name == "host"
        case 14: name == "content-length"
        default: false
        }
    }

    /// Whether a field belongs to the connection, not to the request.
    private static func isReserved(_ name: String) -> Bool {
        switch name.utf8.count {
        case 2: name == "te"
        case 6: name == "expect"
        case 7: name == "trailer" || name == "upgrade"
        case 10: name == "connection" || name == "keep-alive"
        case 16: name == "proxy-connection"
        case 17: name == "transfer-encoding"
        case 19: name == "proxy-authorization"
        default: false
        }
    }
}
