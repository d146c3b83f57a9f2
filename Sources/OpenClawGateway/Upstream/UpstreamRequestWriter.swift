import HTTPTypes
import Inference
import NIOCore
import Transport

/// Writes a request as its service reads it: head and body in one piece.
enum UpstreamRequestWriter {
    /// More than usual heads take.
    static let headSize = 1024

    /// - Parameter trace: the value of `traceparent`, for services that follow the traces of their callers.
    /// - Throws: `.invalidRequest` when a field would change the framing or the destination.
    static func write(
        _ request: HTTPExchangeRequest, to site: UpstreamSite, trace: String? = nil, into buffer: inout ByteBuffer
    ) throws(InferenceError) {
        let head = request.head
        let length = request.contentLength
        buffer.writeString(head.method.rawValue)
        buffer.writeStaticString(" ")
        buffer.writeString(site.origin.targetPrefix)
        buffer.writeString(head.path ?? "/")
        buffer.writeStaticString(" HTTP/1.1\r\n")
        buffer.writeField("host", site.origin.authority)
        for field in head.headerFields {
            let name = field.name.canonicalName
            if isOurs(name) { continue }
            guard !isReserved(name) else {
                throw InferenceError(
                    .invalidRequest, "the header '\(name)' is set by the connection; remove it from the request")
            }
            buffer.writeField(named: field.name.rawName, field.value)
        }
        if let authorization = site.origin.proxyAuthorization {
            buffer.writeField("proxy-authorization", authorization)
        }
        if let trace { buffer.writeField("traceparent", trace) }
        if length > 0 || head.method == .post || head.method == .put {
            buffer.writeStaticString("content-length: ")
            buffer.writeNumber(length)
            buffer.writeStaticString("\r\n")
        }
        if head.headerFields[.acceptEncoding] == nil { buffer.writeStaticString("accept-encoding: identity\r\n") }
        buffer.writeStaticString("\r\n")
        for slice in request.body { buffer.writeBytes(slice) }
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
