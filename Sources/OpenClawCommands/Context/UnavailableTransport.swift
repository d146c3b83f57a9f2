package import Inference

/// The transport of a context that was given none: every request fails.
package struct UnavailableTransport: HTTPTransport, SocketTransport {
    package init() {}

    package func send(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> HTTPExchangeResponse {
        throw InferenceError(.connectionFailed, "this process was started without a network transport")
    }

    package func open(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> SocketAnswer {
        throw InferenceError(.connectionFailed, "this process was started without a network transport")
    }
}
