import Inference

/// Which requests go through which proxy, as the environment says it.
///
/// Read keys, the lower-case spelling first:
/// - `https_proxy`, `HTTPS_PROXY`: for https URLs
/// - `http_proxy`, `HTTP_PROXY`: for http URLs; the upper-case one not when `REQUEST_METHOD` is set, because a CGI
///   server fills it from a request header
/// - `all_proxy`, `ALL_PROXY`: for either, when the specific one is missing
/// - `no_proxy`, `NO_PROXY`: hosts reached directly, separated by commas or spaces: `example.com` and `.example.com`
///   (the host and everything below), IPv4 and IPv6 addresses, networks such as `10.0.0.0/8`, each optionally with a
///   `:port`, or `*` for all
///
/// A proxy is `http://` or `https://`, optionally with `USER:PASSWORD@`. Loopback hosts have no exemption of their own.
public struct ProxyConfiguration: Sendable {
    /// Every request goes directly.
    public static let none = ProxyConfiguration(environment: [:])

    private struct Setting {
        let variable: String
        let url: Secret
    }

    private let secure: Setting?
    private let plain: Setting?
    private let exclusions: ProxyExclusions

    /// Keeps what the variables say; a wrong value is reported by the first request that needs it.
    public init(environment: [String: String]) {
        func setting(_ names: String...) -> Setting? {
            for name in names {
                let url = Secret(environment[name] ?? "")
                if !url.isEmpty { return Setting(variable: name, url: url) }
            }
            return nil
        }
        let isCGI = environment["REQUEST_METHOD"] != nil
        let all = setting("all_proxy", "ALL_PROXY")
        secure = setting("https_proxy", "HTTPS_PROXY") ?? all
        plain = (isCGI ? setting("http_proxy") : setting("http_proxy", "HTTP_PROXY")) ?? all
        let lower = environment["no_proxy"] ?? ""
        exclusions = ProxyExclusions(lower.isEmpty ? environment["NO_PROXY"] ?? "" : lower)
    }

    /// The proxy for a target; `nil` when it is reached directly.
    func server(for target: RequestTarget) throws(InferenceError) -> ProxyServer? {
        guard let setting = target.isTLS ? secure : plain else { return nil }
        guard !exclusions.contains(host: target.host, port: target.port) else { return nil }
        return try ProxyServer(url: setting.url.expose(), variable: setting.variable)
    }
}

extension ProxyConfiguration: CustomStringConvertible {
    /// The variables in use, without their values.
    public var description: String {
        let variables = [secure, plain].compactMap { $0?.variable }
        return variables.isEmpty ? "no proxy" : "proxy from " + Set(variables).sorted().joined(separator: ", ")
    }
}
