/// The addresses that the gateway listens on.
package enum GatewayBind: Hashable, Sendable {
    /// This machine only: 127.0.0.1 and ::1.
    case loopback
    /// Every network that this machine is in.
    case everywhere
    /// One address, as `gateway.customBindHost` names it.
    case address(String)

    /// Whether only programs of this machine can reach it.
    package var isLocal: Bool {
        switch self {
        case .loopback: true
        case .everywhere: false
        case .address(let host): Self.isLoopback(host)
        }
    }

    /// The addresses to bind, IPv4 first. A machine without IPv6 may refuse the second one of the loopback.
    package var hosts: [String] {
        switch self {
        case .loopback: ["127.0.0.1", "::1"]
        case .everywhere: ["0.0.0.0"]
        case .address(let host): [host]
        }
    }

    /// An address at which a program of this machine reaches it.
    package var localHost: String {
        switch self {
        case .loopback, .everywhere: "127.0.0.1"
        case .address(let host): host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host
        }
    }

    static func isLoopback(_ host: String) -> Bool {
        if host == "::1" || host == "localhost" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
