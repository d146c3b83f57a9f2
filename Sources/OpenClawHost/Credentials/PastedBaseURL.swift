package import Inference

/// A base URL as people paste it, taken apart and cleaned: scheme, host, port and path without the operation at its end.
///
/// Nothing of a query, a fragment or a user part is kept or shown, because keys end up there.
package struct PastedBaseURL: Hashable, Sendable {
    package var scheme: String
    /// Lower case, without brackets or a trailing dot.
    package var host: String
    package var port: Int?
    /// Segments of the path, spelled as pasted.
    package var segments: [String]
    /// What was changed beside white space and case, for the user.
    package var notes: [String] = []

    /// - Throws: `.invalidConfiguration` when the text cannot be a base URL that is safe to send a key to.
    package init(_ pasted: String) throws(InferenceError) {
        var text = Self.unwrap(pasted)
        if let cut = text.firstIndex(where: { $0 == "?" || $0 == "#" }) {
            text = String(text[..<cut])
            notes.append("dropped the query of the base URL")
        }
        let (scheme, rest) = try Self.splitScheme(text)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let (host, port) = try Self.splitAuthority(String(rest[..<slash]))
        self.host = host
        self.scheme = scheme ?? (Self.isLoopback(host) ? "http" : "https")
        self.port = port == Self.defaultPort(self.scheme) ? nil : port
        segments = rest[slash...].split(separator: "/").map(String.init)
        if let operation = Self.dropOperation(&segments) {
            notes.append("dropped \"/\(operation)\" from the base URL; it is added to every request")
        }
    }

    /// The URL without a trailing slash.
    package var text: String { origin + segments.map { "/" + $0 }.joined() }

    /// Scheme, host and port.
    package var origin: String {
        let shown = host.contains(":") ? "[\(host)]" : host
        return "\(scheme)://\(shown)" + (port.map { ":\($0)" } ?? "")
    }

    /// Whether the host is this machine.
    package var isLoopback: Bool { Self.isLoopback(host) }
}

extension PastedBaseURL {
    /// Whether a host name can only mean this machine.
    package static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Takes quotes, brackets, an assignment, a method and trailing punctuation off.
    private static func unwrap(_ pasted: String) -> String {
        var text = pasted.trimmingASCIIWhitespace()
        for method in ["POST ", "GET ", "export "] where text.hasPrefix(method) {
            text = text.dropFirst(method.count).trimmingASCIIWhitespace()
        }
        if let equals = text.firstIndex(of: "="), !text[..<equals].contains(where: { ":/?.".contains($0) }) {
            text = text[text.index(after: equals)...].trimmingASCIIWhitespace()
        }
        let wrapping: Set<Character> = ["\"", "'", "`", "<", ">", ",", ";"]
        while let first = text.first, wrapping.contains(first) { text.removeFirst() }
        while let last = text.last, wrapping.contains(last) || last == " " { text.removeLast() }
        return text
    }

    private static func splitScheme(_ text: String) throws(InferenceError) -> (String?, Substring) {
        if text.hasPrefix("//") { return (nil, text.dropFirst(2)) }
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return (nil, text[...]) }
        let scheme = text[..<colon].lowercased()
        guard scheme == "https" || scheme == "http" else {
            throw invalid("base URL begins with \"\(scheme)://\"; expected https://")
        }
        return (scheme, text[text.index(colon, offsetBy: 3)...])
    }

    private static func splitAuthority(_ text: String) throws(InferenceError) -> (host: String, port: Int?) {
        guard !text.contains("@") else {
            throw invalid("base URL holds a user name or password; put the key in a profile instead")
        }
        var host = text
        var port: Int?
        if let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") {
            guard let number = Int(text[text.index(after: colon)...]), (1...65_535).contains(number) else {
                throw invalid("base URL has a port that is no number from 1 to 65535")
            }
            host = String(text[..<colon])
            port = number
        }
        host = host.lowercased()
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        if host.hasSuffix(".") { host.removeLast() }
        try check(host: host)
        return (host, port)
    }

    private static func check(host: String) throws(InferenceError) {
        guard !host.isEmpty else { throw invalid("base URL has no host; expected https://<host>/<path>") }
        if host.contains(where: { "{}<>".contains($0) }) {
            throw invalid("base URL still holds a placeholder in its host; put your own workspace id there")
        }
        let isIPv6 = host.contains(":") && host.utf8.allSatisfy { isHex($0) || $0 == 0x3A || $0 == 0x2E }
        let isName = host.utf8.allSatisfy {
            isHex($0) || (0x67...0x7A).contains($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F
        }
        guard isIPv6 || isName else { throw invalid("base URL has a host with characters that no host name has") }
        guard isIPv6 || host.contains(".") || isLoopback(host) else {
            throw invalid("base URL \"\(host)\" has no full host name; expected https://<host>/<path>")
        }
    }

    private static func isHex(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

    private static func defaultPort(_ scheme: String) -> Int { scheme == "https" ? 443 : 80 }

    /// Removes operations such as `chat/completions`, also when pasted twice, and everything after a service path.
    private static func dropOperation(_ segments: inout [String]) -> String? {
        let before = segments.count
        var dropped: String?
        if let index = segments.firstIndex(where: { ["services", "tasks", "uploads"].contains($0.lowercased()) }) {
            dropped = segments[index]
            segments.removeSubrange(index...)
        }
        while let operation = operations.first(where: { ends(segments, with: $0) }) {
            dropped = operation.joined(separator: "/")
            segments.removeLast(operation.count)
        }
        return segments.count == before ? nil : dropped
    }

    private static func ends(_ segments: [String], with operation: [String]) -> Bool {
        segments.suffix(operation.count).map { $0.lowercased() } == operation
    }

    private static let operations: [[String]] = [
        ["chat", "completions"], ["completions"], ["chat"], ["responses"], ["embeddings"], ["messages"], ["models"],
        ["images", "generations"], ["audio", "speech"], ["audio", "transcriptions"], ["reranks"], ["rerank"],
        ["files"], ["batches"],
    ]

    static func invalid(_ message: String) -> InferenceError {
        InferenceError(.invalidConfiguration, message, hint: "openclaw config set models.providers.<id>.baseUrl <url>")
    }
}
