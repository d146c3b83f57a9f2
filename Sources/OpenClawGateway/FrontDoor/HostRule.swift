/// Which `Host` and `Origin` fields may stand in a request.
///
/// A page of another site can reach this machine in two ways: openly, then its origin is in the request, and by a name that it
/// lets resolve to this machine, then that name is. An address is never such a name; addresses beside those of this machine
/// itself are taken only where the gateway listens to others.
package struct HostRule: Hashable, Sendable {
    private let names: [[UInt8]]
    private let origins: [[UInt8]]
    private let takesAddresses: Bool

    /// - Parameters:
    ///   - names: further host names under which clients reach the gateway, without ports.
    ///   - origins: pages that may use it, such as `http://localhost:3000`.
    ///   - takesAddresses: whether clients on other machines reach the gateway by its address.
    package init(names: [String] = [], origins: [String] = [], takesAddresses: Bool = false) {
        self.takesAddresses = takesAddresses
        self.names = (["localhost"] + names).map { Array($0.lowercased().utf8) }
        self.origins = origins.map { Array($0.lowercased().utf8) }
    }

    func allows(host: UnsafeRawBufferPointer) -> Bool {
        var end = host.count
        while end > 0, ByteClass.digit(host[end - 1]) != nil { end -= 1 }
        let hasPort = end > 0 && end < host.count && host[end - 1] == UInt8(ascii: ":")
        let name = UnsafeRawBufferPointer(rebasing: host[..<(hasPort ? end - 1 : host.count)])
        return isAddress(name) || names.contains { Self.areEqual($0, name) }
    }

    /// - Parameter host: the host that was asked for, when that is allowed. Clients of sockets name it as their origin; the gateway
    ///   itself serves no pages.
    func allows(origin: UnsafeRawBufferPointer, at host: UnsafeRawBufferPointer) -> Bool {
        if origins.contains(where: { Self.areEqual($0, origin) }) { return true }
        return ["http://", "https://"].contains { (scheme: StaticString) in
            let length = scheme.utf8CodeUnitCount
            return origin.count == length + host.count
                && HeadSlice(start: 0, end: length).isNamed(scheme, in: origin)
                && zip(origin[length...], host).allSatisfy { HeadSlice.lowercased($0) == HeadSlice.lowercased($1) }
        }
    }

    /// Four numbers, or anything in brackets: nobody can let that resolve to something else.
    private func isAddress(_ name: UnsafeRawBufferPointer) -> Bool {
        guard let first = name.first, let last = name.last else { return false }
        if first == UInt8(ascii: "["), last == UInt8(ascii: "]") {
            return Self.areEqual(Self.loopback6, name)
                || takesAddresses
                    && name.dropFirst().dropLast().allSatisfy {
                        ByteClass.hexDigit($0) != nil || $0 == 0x3A || $0 == 0x2E
                    }
        }
        var (dots, digits) = (0, 0)
        for byte in name {
            if byte == UInt8(ascii: "."), digits > 0 {
                (dots, digits) = (dots + 1, 0)
            } else if ByteClass.digit(byte) != nil, digits < 3 {
                digits += 1
            } else {
                return false
            }
        }
        guard dots == 3, digits > 0 else { return false }
        return takesAddresses || HeadSlice(start: 0, end: 4).isNamed("127.", in: name)
    }

    private static let loopback6 = Array("[::1]".utf8)

    private static func areEqual(_ name: [UInt8], _ text: UnsafeRawBufferPointer) -> Bool {
        name.count == text.count && zip(name, text).allSatisfy { $0 == HeadSlice.lowercased($1) }
    }
}
