package import Inference

/// An address that a service gave us, checked before anything is sent there: `https`, except beside a service on this
/// machine, whose files are on this machine too.
package struct ServiceAddress: Hashable, Sendable {
    package let scheme: String
    package let authority: String
    package let path: String
    /// Whether it is on this machine, like the service that gave it.
    package let isLoopback: Bool

    /// - Parameter service: the base URL of the service.
    /// - Throws: `.malformedResponse` for anything but an address of a host.
    package init(_ text: String, beside service: String) throws(InferenceError) {
        guard let own = Parts(service), let parts = Parts(text) else {
            throw InferenceError(.malformedResponse, "the service gave an address that is none")
        }
        isLoopback = PastedBaseURL.isLoopback(own.host) && parts.authority == own.authority
        // The service gives addresses with the old scheme at times; the store behind them has both.
        scheme = isLoopback ? parts.scheme : "https"
        authority = parts.authority
        path = parts.path
    }

    private struct Parts {
        var scheme: String
        var authority: String
        var host: String
        var path: String

        init?(_ text: String) {
            guard let mark = text.firstRange(of: "://") else { return nil }
            scheme = text[..<mark.lowerBound].lowercased()
            let rest = text[mark.upperBound...]
            let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
            authority = rest[..<end].lowercased()
            var path = rest[end...]
            if let fragment = path.firstIndex(of: "#") { path = path[..<fragment] }
            self.path = path.hasPrefix("/") ? String(path) : "/" + path
            let colon = authority.hasSuffix("]") ? nil : authority.lastIndex(of: ":")
            host = String(authority[..<(colon ?? authority.endIndex)])
            guard scheme == "https" || scheme == "http", !host.isEmpty, !authority.contains("@"),
                self.path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { return nil }
            if scheme == "http", authority.hasSuffix(":80") { authority.removeLast(3) }
            if host.hasPrefix("[") { host = String(host.dropFirst().dropLast()) }
        }
    }
}
