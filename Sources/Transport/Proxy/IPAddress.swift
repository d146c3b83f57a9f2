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
        if let four = Self.parse(text, family: AF_INET, length: 4) {
            bytes = four
            return
        }
        guard let six = Self.parse(text, family: AF_INET6, length: 16) else { return nil }
        let isMapped = six.prefix(10).allSatisfy { $0 == 0 } && six[10] == 0xFF && six[11] == 0xFF
        bytes = isMapped ? Array(six.suffix(4)) : six
    }

    private static func parse(_ text: String, family: Int32, length: Int) -> [UInt8]? {
        withUnsafeTemporaryAllocation(byteCount: length, alignment: 4) { buffer in
            inet_pton(family, text, buffer.baseAddress) == 1 ? Array(buffer) : nil
        }
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
