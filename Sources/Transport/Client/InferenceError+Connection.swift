import Inference
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What went wrong below HTTP, in words. Only host and port of the peer are ever named.
extension InferenceError {
    static let callerCancelled = InferenceError(.cancelled, "the request was cancelled")

    /// An error from before the request was sent.
    init(connecting error: any Error, to peer: String) {
        switch error {
        case let error as InferenceError:
            self = error
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            self.init(tls: error, peer: peer)
        case let error as NIOConnectionError:
            if let reason = error.connectionErrors.last?.error {
                self.init(connecting: reason, to: peer)
            } else {
                self.init(
                    .connectionFailed, "could not resolve the host name of \(peer)",
                    hint: "check the spelling and the network; behind a proxy set HTTPS_PROXY")
            }
        case let error as IOError where error.errnoCode == ECONNREFUSED:
            self.init(
                .connectionFailed, "\(peer) refused the connection",
                hint: "check host and port, and HTTPS_PROXY and NO_PROXY behind a proxy")
        case let error as IOError where error.errnoCode == ENETUNREACH || error.errnoCode == EHOSTUNREACH:
            self.init(
                .connectionFailed, "no route to \(peer)", hint: "check the network; behind a proxy set HTTPS_PROXY")
        case let error as IOError:
            self.init(.connectionFailed, "could not connect to \(peer) (errno \(error.errnoCode))")
        default:
            self.init(.connectionFailed, "\(peer) closed the connection while it was set up")
        }
    }

    /// The connection ended, or its bytes stopped making sense, before the response was complete.
    init(receiving error: (any Error)?, from peer: String, hasHead: Bool) {
        if let error = error as? HTTPParserError, error != .invalidEOFState {
            self.init(.malformedResponse, "\(peer) sent something that is no HTTP/1.1 response")
        } else if hasHead {
            self.init(.truncated, "\(peer) closed the connection before the response was complete")
        } else {
            self.init(.unavailable, "\(peer) closed the connection without an answer")
        }
    }

    private init(tls error: any Error, peer: String) {
        let text = String(describing: error)
        if text.contains("CERTIFICATE_VERIFY_FAILED") {
            self.init(
                .connectionFailed, "the certificate of \(peer) is not trusted",
                hint: "set SSL_CERT_FILE to the PEM file of the certificate authority that your network uses")
        } else if error as? NIOSSLExtraError == .failedToValidateHostname {
            self.init(
                .connectionFailed, "the certificate of \(peer) belongs to another host",
                hint: "check the base URL, and that no proxy or DNS rule redirects the host")
        } else {
            self.init(
                .connectionFailed, "no TLS connection to \(peer)",
                hint: "check that the address speaks https, and which proxy is in between")
        }
    }
}
