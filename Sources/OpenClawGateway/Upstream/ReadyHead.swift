import HTTPTypes
import Inference

/// The head of requests as their service reads it, up to what differs between requests: made once for all that share it.
final class ReadyHead {
    let shared: SharedHead
    /// The request line and the fields, each with its end.
    let lines: [UInt8]
    /// Whether one of the fields names the encodings of the answer.
    let saysEncoding: Bool
    /// Whether a body is expected, so that its length is told even when there is none.
    let expectsBody: Bool
    /// More than what is written beside values.
    private static let ownSize = 256

    /// - Throws: `.invalidRequest` when a field would change the framing or the destination.
    init(_ shared: SharedHead, for site: UpstreamSite) throws(InferenceError) {
        self.shared = shared
        let head = shared.request
        expectsBody = head.method == .post || head.method == .put
        let target = site.targetPrefix + (head.path ?? "/")
        var size = Self.ownSize + head.method.rawValue.utf8.count + target.utf8.count + site.hostName.utf8.count
        size += site.proxyAuthorization?.utf8.count ?? 0
        var saysEncoding = false
        for field in head.headerFields {
            let name = field.name.canonicalName
            guard !Self.isReserved(name) else {
                throw InferenceError(
                    .invalidRequest, "the header '\(name)' is set by the connection; remove it from the request")
            }
            if name == "accept-encoding" { saysEncoding = true }
            size += name.utf8.count + field.value.utf8.count + HeadText.framing
        }
        self.saysEncoding = saysEncoding
        lines = [UInt8](unsafeUninitializedCapacity: size) { memory, count in
            var text = HeadText(UnsafeMutableRawBufferPointer(memory))
            text.add(text: head.method.rawValue)
            text.add(" ")
            text.add(text: target)
            text.add(" HTTP/1.1\r\n")
            text.addField("host", site.hostName)
            for field in head.headerFields where !Self.isOurs(field.name.canonicalName) {
                text.addField(known: field.name.rawName, field.value)
            }
            if let authorization = site.proxyAuthorization { text.addField("proxy-authorization", authorization) }
            count = text.count
        }
    }

    /// Whether a field is written here.
    private static func isOurs(_ name: String) -> Bool { name == "host" || name == "content-length" }

    /// Whether a field belongs to the connection, not to the request.
    private static func isReserved(_ name: String) -> Bool {
        switch name {
        case "te", "expect", "trailer", "upgrade", "connection", "keep-alive", "proxy-connection", "transfer-encoding",
            "proxy-authorization":
            true
        default: false
        }
    }
}
