import HTTPTypes
import Inference

/// Where a request goes: scheme, host, port and the path that is sent.
struct RequestTarget: Hashable {
    let isTLS: Bool
    /// Lower case, IPv6 literals without brackets.
    let host: String
    let port: Int
    let path: String
    /// The value of the `Host` header.
    let authority: String

    /// - Throws: `.invalidRequest` for a scheme other than http and https, and for bytes that would change the framing.
    init(_ head: HTTPRequest) throws(InferenceError) {
        switch head.scheme?.lowercased() {
        case "https": isTLS = true
        case "http": isTLS = false
        default:
            throw InferenceError(.invalidRequest, "the request URL needs the scheme https or http")
        }
        guard let authority = head.authority, let parsed = HostAndPort(authority) else {
            throw InferenceError(.invalidRequest, "the request URL needs a host, optionally with a port")
        }
        let path = head.path ?? "/"
        guard path.hasPrefix("/"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            throw InferenceError(
                .invalidRequest, "the request path must start with '/' and be percent-encoded, without a fragment")
        }
        host = parsed.host
        port = parsed.port ?? (isTLS ? 443 : 80)
        self.path = path
        self.authority = authority
    }
}
