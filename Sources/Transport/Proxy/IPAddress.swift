#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An IPv4 or IPv6 address as bytes in network order. An IPv4 address mapped into IPv6 is the IPv4 address.
struct IPAddress: Hashable {
    let bytes: [UInt8]

    init?(_ text: some StringProtocol) {
        let text = String(text)
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let all = withUnsafeBytes(of: &six) { Array($0) }
        let isMapped = all.prefix(10).allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
        bytes = isMapped ? Array(all.suffix(4)) : all
    }

    /// Whether the first bits equal those of a network.
    func isIn(_ network: IPAddress, prefix: Int) -> Bool {
        guard bytes.count == network.bytes.count, prefix <= bytes.count * 8 else { return false }
        let (whole, rest) = (prefix / 8, prefix % 8)
        guard bytes.prefix(whole).elementsEqual(network.bytes.prefix(whole)) else { return false }
        guard rest > 0 else { return true }
        return (bytes[whole] ^ network.bytes[whole]) >> (8 - rest) == 0
    }
}
