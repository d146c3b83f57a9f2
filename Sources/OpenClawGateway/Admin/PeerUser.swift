import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The user at the other end of a local socket, as the system tells it.
enum PeerUser {
    /// Only the user of this process and the machine's administrator, who could do everything anyway.
    static func isTrusted(_ user: uid_t) -> Bool { user == geteuid() || user == 0 }

    #if !canImport(Darwin)
        /// `struct ucred` of the system, which its headers hide.
        private struct Credentials: Sendable {
            var process: pid_t
            var user: uid_t
            var group: gid_t
        }
    #endif

    static func of(_ channel: any Channel) -> EventLoopFuture<uid_t> {
        guard let options = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
        }
        #if canImport(Darwin)
            let credentials: EventLoopFuture<xucred> = options.unsafeGetSocketOption(
                level: SocketOptionLevel(0), name: SocketOptionName(LOCAL_PEERCRED))
            return credentials.map(\.cr_uid)
        #else
            let credentials: EventLoopFuture<Credentials> = options.unsafeGetSocketOption(
                level: SocketOptionLevel(SOL_SOCKET), name: SocketOptionName(SO_PEERCRED))
            return credentials.map(\.user)
        #endif
    }
}
