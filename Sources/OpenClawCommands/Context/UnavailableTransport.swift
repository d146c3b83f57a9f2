package import Inference

/// The transport of a context that was given none: every request fails.
package struct UnavailableTransport: HTTPTransport {
    package init() {}

    package func send(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> HTTPExchangeResponse {
        throw InferenceError(.connectionFailed, "this process was started without a network transport")
    }
}
