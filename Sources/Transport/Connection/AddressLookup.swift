import Inference
import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Resolves a name, and keeps of its addresses those that a rule allows.
enum AddressLookup {
    /// - Returns: a future that fails with an `InferenceError` when the name is unknown or means no allowed address.
    static func addresses(
        of host: String, port: Int, allowedBy rule: AddressRule, on loop: any EventLoop
    ) -> EventLoopFuture<[SocketAddress]> {
        NIOThreadPool.singleton.runIfActive(eventLoop: loop) {
            let found = resolve(host, port: port)
            guard !found.isEmpty else { throw InferenceError(.connectionFailed, "the name \(host) was not found") }
            let allowed = found.filter { address in
                rule == .any || address.ipAddress.flatMap { IPAddress($0) }?.isPublic == true
            }
            guard !allowed.isEmpty else { throw refusal(host) }
            return allowed
        }
    }

    static func refusal(_ host: String) -> InferenceError {
        InferenceError(.invalidRequest, "\(host) is no address of the public internet and is not fetched from")
    }

    private static func resolve(_ host: String, port: Int) -> [SocketAddress] {
        var hints = addrinfo()
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var next = list
        while let info = next?.pointee {
            var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let isNumeric =
                getnameinfo(
                    info.ai_addr, info.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
            let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if isNumeric, let address = try? SocketAddress(ipAddress: text, port: port) { found.append(address) }
            next = info.ai_next
        }
        return found
    }
}
