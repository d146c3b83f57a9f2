/// The hosts that `NO_PROXY` takes off the proxy.
struct ProxyExclusions: Hashable {
    private enum Pattern: Hashable {
        case everything
        /// The host itself and every host below it.
        case domain(String)
        case network(IPAddress, prefix: Int)
    }

    private struct Entry: Hashable {
        let pattern: Pattern
        let port: Int?
    }

    private let entries: [Entry]

    init(_ list: String) {
        entries = list.split { $0 == "," || $0.isWhitespace }.compactMap(Self.entry)
    }

    func contains(host: String, port: Int) -> Bool {
        let host = host.hasSuffix(".") ? String(host.dropLast()) : host
        let address = IPAddress(host)
        return entries.contains { entry in
            guard entry.port == nil || entry.port == port else { return false }
            return switch entry.pattern {
            case .everything: true
            case .domain(let domain): address == nil && (host == domain || host.hasSuffix("." + domain))
            case .network(let network, let prefix): address?.isIn(network, prefix: prefix) ?? false
            }
        }
    }

    private static func entry(_ text: Substring) -> Entry? {
        if text == "*" { return Entry(pattern: .everything, port: nil) }
        if let pattern = network(text) { return Entry(pattern: pattern, port: nil) }
        var name = text
        if name.hasPrefix("*.") { name = name.dropFirst() }
        if name.hasPrefix(".") { name = name.dropFirst() }
        guard let parsed = HostAndPort(name) else { return nil }
        if let pattern = network(parsed.host[...]) { return Entry(pattern: pattern, port: parsed.port) }
        let domain = parsed.host.hasSuffix(".") ? String(parsed.host.dropLast()) : parsed.host
        return domain.isEmpty ? nil : Entry(pattern: .domain(domain), port: parsed.port)
    }

    /// An address, or a network with the length of its prefix.
    private static func network(_ text: Substring) -> Pattern? {
        let slash = text.firstIndex(of: "/") ?? text.endIndex
        guard let address = IPAddress(text[..<slash]) else { return nil }
        let bits = address.bytes.count * 8
        guard slash != text.endIndex else { return .network(address, prefix: bits) }
        guard let prefix = Int(text[text.index(after: slash)...]), (0...bits).contains(prefix) else { return nil }
        return .network(address, prefix: prefix)
    }
}
