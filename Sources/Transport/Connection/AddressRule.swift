/// Which addresses connections may be opened to.
public enum AddressRule: Hashable, Sendable {
    case any
    /// Only addresses of the public internet, so that an address from elsewhere reaches nothing in the user's network. Names
    /// are resolved first, and the address that was checked is the one that is connected to.
    case publicOnly

    /// Whether a host may be asked for at all, before anything is resolved.
    public func allows(host: String) -> Bool {
        guard self == .publicOnly else { return true }
        if let address = IPAddress(host) { return address.isPublic }
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        return name.contains(".") && !name.hasSuffix(".localhost") && !name.hasSuffix(".local")
            && !name.hasSuffix(".internal")
    }
}

extension IPAddress {
    /// Whether the address belongs to the public internet: to no private network, no machine, no group.
    var isPublic: Bool {
        if bytes.count == 4 { return !Self.special.contains { isIn($0.network, prefix: $0.prefix) } }
        // Addresses of the old internet in new clothes are judged by what is inside.
        if let translation = IPAddress("64:ff9b::"), isIn(translation, prefix: 96) {
            return IPAddress(bytes.suffix(4).map(String.init).joined(separator: "."))?.isPublic ?? false
        }
        return !Self.special.contains { isIn($0.network, prefix: $0.prefix) }
    }

    /// The special-purpose registries of IANA.
    private static let special: [(network: IPAddress, prefix: Int)] = [
        ("0.0.0.0", 8), ("10.0.0.0", 8), ("100.64.0.0", 10), ("127.0.0.0", 8), ("169.254.0.0", 16), ("172.16.0.0", 12),
        ("192.0.0.0", 24), ("192.168.0.0", 16), ("198.18.0.0", 15), ("224.0.0.0", 3), ("::", 96), ("fc00::", 7),
        ("fe80::", 9), ("ff00::", 8), ("2001::", 32), ("2002::", 16), ("64:ff9b:1::", 48), ("100::", 64),
    ].compactMap { text, prefix in IPAddress(text).map { ($0, prefix) } }
}
