import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An HTTP proxy as its URL describes it.
struct ProxyServer: Hashable {
    let isTLS: Bool
    let host: String
    let port: Int
    /// The variable that named it, for messages.
    let variable: String
    private let credential: Secret?

    /// - Throws: `.invalidConfiguration` naming the variable; the URL is not repeated, it may hold a password.
    init(url: String, variable: String) throws(InferenceError) {
        let parts = url.firstRange(of: "://").map { (url[..<$0.lowerBound].lowercased(), url[$0.upperBound...]) }
        let (scheme, rest) = parts ?? ("http", url[...])
        guard scheme == "http" || scheme == "https" else {
            throw InferenceError(
                .invalidConfiguration,
                "\(variable): proxies of type '\(scheme)' are not supported, only http and https",
                hint: "set \(variable)=http://HOST:PORT")
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let at = authority.lastIndex(of: "@")
        let address = at.map { authority[authority.index(after: $0)...] } ?? authority
        guard let parsed = HostAndPort(address) else {
            throw InferenceError(
                .invalidConfiguration, "\(variable): expected a proxy URL such as http://proxy.example:3128",
                hint: "set \(variable)=http://HOST:PORT")
        }
        isTLS = scheme == "https"
        host = parsed.host
        port = parsed.port ?? (isTLS ? 443 : 80)
        self.variable = variable
        credential = at.map { Secret(Self.basic(authority[..<$0])) }
    }

    /// The value of `Proxy-Authorization`. It goes to the proxy only.
    var authorization: String? { credential.map { "Basic " + $0.expose() } }

    /// How messages name the proxy.
    var label: String { "the proxy \(ConnectionRoute.join(host, port)) (\(variable))" }

    private static func basic(_ userInfo: Substring) -> String {
        let colon = userInfo.firstIndex(of: ":")
        let user = percentDecoded(userInfo[..<(colon ?? userInfo.endIndex)])
        let password = colon.map { percentDecoded(userInfo[userInfo.index(after: $0)...]) } ?? []
        return Data(user + [UInt8(ascii: ":")] + password).base64EncodedString()
    }

    private static func percentDecoded(_ text: Substring) -> [UInt8] {
        var decoded: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16),
                rest.count >= 2
            {
                decoded.append(value)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return decoded
    }
}

extension ProxyServer: CustomStringConvertible {
    /// Without the credential, of which even the end would tell something about the password.
    var description: String { label }
}
