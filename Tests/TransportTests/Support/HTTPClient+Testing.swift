import HTTPTypes
import Inference
import Testing

@testable import Transport

extension HTTPClient {
    /// Sends a request to a URL given as scheme, authority and path.
    func send(
        _ method: HTTPRequest.Method = .post, to base: String, path: String = "/v1/chat", body: String = "",
        headers: HTTPFields = [:], deadlines: Deadlines = Deadlines()
    ) async throws(InferenceError) -> HTTPExchangeResponse {
        let parts = base.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        let head = HTTPRequest(
            method: method, scheme: String(parts[0]), authority: String(parts[1]), path: path, headerFields: headers)
        return try await send(
            HTTPExchangeRequest(head: head, body: body.isEmpty ? [] : [Array(body.utf8)[...]]), deadlines: deadlines)
    }
}

extension HTTPExchangeResponse {
    func text() async throws(InferenceError) -> String {
        String(decoding: try await body.collect(upTo: .max), as: UTF8.self)
    }
}

/// The error that an operation has to throw.
func failure<Value>(
    of operation: () async throws(InferenceError) -> Value, location: SourceLocation = #_sourceLocation
) async throws -> InferenceError {
    do throws(InferenceError) {
        _ = try await operation()
    } catch {
        return error
    }
    Issue.record("expected an error", sourceLocation: location)
    throw InferenceError(.cancelled, "no error was thrown")
}
