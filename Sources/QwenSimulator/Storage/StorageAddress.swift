import Digests
import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where files of the simulated object storage are: real host names behind the proxy, one path on the local server.
struct StorageAddress: Sendable {
    static let prefix = "/__oss"
    static let accessKey = "LTAI5tSimulatedAccessKey"

    let bucket: String
    let key: String

    static func region(_ id: String) -> String {
        switch id {
        case "cn": "cn-beijing"
        case "us": "us-east-1"
        case "hk": "cn-hongkong"
        case "eu": "eu-central-1"
        case "jp": "ap-northeast-1"
        default: "ap-southeast-1"
        }
    }

    static func isStorage(host: String) -> Bool {
        host.hasPrefix("dashscope-") && host.contains(".oss-") && host.hasSuffix(".aliyuncs.com")
    }

    static func isStorage(_ call: HTTPCall) -> Bool { isStorage(host: call.host) || call.path.hasPrefix(prefix + "/") }

    /// The bucket and key that a call means.
    init?(_ call: HTTPCall) {
        if Self.isStorage(host: call.host) {
            bucket = String(call.host.prefix { $0 != "." })
            key = String(call.path.dropFirst())
        } else {
            let parts = call.path.dropFirst(Self.prefix.count + 1).split(
                separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, !first.isEmpty else { return nil }
            bucket = String(first)
            key = parts.count > 1 ? String(parts[1]) : ""
        }
    }

    init(bucket: String, key: String) {
        self.bucket = bucket
        self.key = key
    }

    /// The address without a signature, as the caller can reach it.
    func url(for context: CallContext, isSecure: Bool = true) -> String {
        guard context.isRealHost else {
            return "http://\(context.call.headers.first(name: "host") ?? "127.0.0.1")\(Self.prefix)/\(bucket)\(path)"
        }
        let host = "\(bucket).oss-\(Self.region(context.endpoint.region)).aliyuncs.com"
        return "\(isSecure ? "https" : "http")://\(host)\(path)"
    }

    func signedURL(for context: CallContext, expires: Date, secret: String, isSecure: Bool = true) -> String {
        let time = Int(expires.timeIntervalSince1970)
        let signature = Self.escaped(signature(expires: time, secret: secret))
        return url(for: context, isSecure: isSecure)
            + "?Expires=\(time)&OSSAccessKeyId=\(Self.accessKey)&Signature=\(signature)"
    }

    func signature(expires: Int, secret: String) -> String {
        Self.sign("GET\n\n\n\(expires)\n/\(bucket)/\(key)", secret: secret)
    }

    /// Stands for the storage's signature. Nobody but the simulator ever checks it.
    static func sign(_ text: String, secret: String) -> String {
        let inner = SHA256.hash(Array((secret + "\n" + text).utf8))
        return Data(SHA256.hash(Array(secret.utf8) + inner).prefix(20)).base64EncodedString()
    }

    private var path: String { key.isEmpty ? "" : "/\(key)" }

    private static func escaped(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("+", with: "%2B").replacing("/", with: "%2F")
            .replacing("=", with: "%3D")
    }
}
