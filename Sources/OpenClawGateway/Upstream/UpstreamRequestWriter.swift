import Inference
import NIOCore

/// Writes a request as its service reads it: head and body in one piece.
enum UpstreamRequestWriter {
    /// More than usual heads take.
    static let headSize = 1024
    /// More than the lines take that differ between requests, without their values.
    private static let ownSize = 128

    /// - Parameter trace: the value of `traceparent`, for services that follow the traces of their callers.
    /// - Throws: `.invalidRequest` when a field would change the framing or the destination.
    static func write(
        _ request: HTTPExchangeRequest, to site: UpstreamSite, trace: String? = nil, into buffer: inout ByteBuffer
    ) throws(InferenceError) {
        let head = try site.ready(request.sharedHead)
        let length = request.contentLength
        buffer.writeHead(head.lines.count + Self.ownSize + (trace?.utf8.count ?? 0)) { text in
            head.lines.withUnsafeBytes { text.add($0) }
            if let trace { text.addField("traceparent", trace) }
            if length > 0 || head.expectsBody {
                text.add("content-length: ")
                text.add(length)
                text.add("\r\n")
            }
            text.add(head.saysEncoding ? "\r\n" : "accept-encoding: identity\r\n\r\n")
        }
        for slice in request.body { buffer.writeBytes(slice) }
    }
}
