/// How a request reaches its host.
package struct NetworkWay: Hashable, Sendable {
    /// The proxy and the variable that names it, without credentials; `nil` when the host is reached directly.
    package var proxy: String?
    /// Whose certificates are trusted, when it is not the platform's choice.
    package var certificates: String?

    package init(proxy: String? = nil, certificates: String? = nil) {
        self.proxy = proxy
        self.certificates = certificates
    }
}
