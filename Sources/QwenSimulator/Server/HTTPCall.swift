import NIOHTTP1

/// One received request, whole.
struct HTTPCall: Sendable {
    let method: String
    let host: String
    let path: String
    let query: [String: String]
    let rawTarget: String
    let headers: HTTPHeaders
    let body: [UInt8]

    init(head: HTTPRequestHead, body: [UInt8]) {
        method = head.method.rawValue
        headers = head.headers
        self.body = body
        var target = head.uri[...]
        var host = head.headers.first(name: "host") ?? ""
        if target.hasPrefix("http://") || target.hasPrefix("https://") {
            let rest = target.drop { $0 != "/" }.dropFirst(2)
            let slash = rest.firstIndex(of: "/") ?? rest.endIndex
            host = String(rest[..<slash])
            target = slash == rest.endIndex ? "/" : rest[slash...]
        }
        self.host = Self.withoutPort(host).lowercased()
        rawTarget = String(target)
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = Self.collapsingSlashes(parts.first ?? "/")
        query = Self.query(parts.count > 1 ? parts[1] : "")
    }

    /// The key of a bearer token, or of `x-api-key` where the path takes one.
    func key(acceptingHeader: Bool) -> String? {
        if let value = headers.first(name: "authorization") {
            let parts = value.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            return String(parts[1])
        }
        return acceptingHeader ? headers.first(name: "x-api-key") : nil
    }

    static func withoutPort(_ authority: String) -> String {
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }

    private static func collapsingSlashes(_ path: Substring) -> String {
        "/" + path.split(separator: "/").joined(separator: "/")
    }

    private static func query(_ text: Substring) -> [String: String] {
        var query: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[decoding(parts[0])] = parts.count > 1 ? decoding(parts[1]) : ""
        }
        return query
    }

    private static func decoding(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
