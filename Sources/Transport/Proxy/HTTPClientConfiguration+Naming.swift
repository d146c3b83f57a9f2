public import Inference

extension HTTPClientConfiguration {
    /// The proxy that a request would go through, named without its credential; `nil` when it would go directly.
    ///
    /// - Throws: what sending it would throw: `.invalidConfiguration` for a variable that names no proxy.
    public func proxyName(for request: HTTPExchangeRequest) throws(InferenceError) -> String? {
        try proxy.server(for: try RequestTarget(request.head))?.label
    }
}
