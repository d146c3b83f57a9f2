package import Inference
package import NIOCore
import NIOPosix
package import OpenClawHost

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The socket in the state directory over which the owner of a gateway administers it. No route of the network does.
///
/// Only the owner can open the file, and whoever connects is asked for the user he runs as.
package struct AdminServer: Sendable {
    private let channel: any Channel

    /// Listens. The caller holds the lock of the state directory, so that a socket that is there belongs to nobody.
    ///
    /// - Throws: `.gatewayConfiguration` when the socket cannot be made.
    package static func start(
        _ files: GatewayFiles, on group: any EventLoopGroup, _ administration: any GatewayAdministration
    ) async throws(InferenceError) -> AdminServer {
        let path = files.adminSocket
        try prepareDirectory(FilePathText.parent(of: path))
        unlink(path)
        let bootstrap = ServerBootstrap(group: group).childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(AdminConnection(administration))
            }
        }
        do {
            let channel = try await bootstrap.bind(unixDomainSocketPath: path).get()
            chmod(path, 0o600)
            return AdminServer(channel: channel)
        } catch {
            throw InferenceError(
                .gatewayConfiguration, "cannot listen on \(path): \(error)",
                hint: "ls -ld '\(FilePathText.parent(of: path))'")
        }
    }

    /// Stops listening and removes the socket.
    package func close() async {
        try? await channel.close()
    }

    /// A directory outside of the state directory might be somebody else's.
    private static func prepareDirectory(_ path: String) throws(InferenceError) {
        do throws(FileError) {
            try PrivateDirectory.create(path)
        } catch {
            throw InferenceError(.gatewayConfiguration, error.description, hint: error.inferenceError.hint)
        }
        var status = stat()
        guard lstat(path, &status) == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
            throw InferenceError(
                .gatewayConfiguration, "\(path) belongs to another user; expected a directory of our own",
                hint: "ls -ld '\(path)'")
        }
    }
}
