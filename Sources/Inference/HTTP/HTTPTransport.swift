/// Something that can carry one HTTP exchange. The async client of the library and the CLI is one; tests script another.
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns when the response head has arrived.
    ///
    /// Cancelling the calling task closes the connection.
    ///
    /// - Throws: `InferenceError` with code `.connectionFailed` (name not found, refused, TLS, proxy), `.unavailable`
    ///   (closed without an answer), `.deadlineExceeded` (no head before `deadlines.firstByte` or `deadlines.total`),
    ///   `.malformedResponse` (no HTTP), `.invalidRequest`, `.invalidConfiguration` (proxy, trust) or `.cancelled`.
    func send(_ request: HTTPExchangeRequest, deadlines: Deadlines) async throws(InferenceError) -> HTTPExchangeResponse
}
