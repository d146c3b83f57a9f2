internal import HTTPTypes
public import Inference
internal import Synchronization

/// A transport that answers from a script: the first request gets the first reply, and so on. A request that the script
/// does not foresee fails with code `unplanned_call`.
///
/// ```swift
/// let transport = ScriptedTransport([ScriptedReply(recording, chunking: .every(7))])
/// let response = try await transport.respond(to: exchange)
/// try transport.expectFinished()
/// ```
public final class ScriptedTransport: HTTPTransport {
    private struct State {
        var replies: ArraySlice<ScriptedReply>
        var requests: [HTTPExchangeRequest] = []
        var bodies: [ScriptedBody] = []
        var unplanned: [String] = []
    }

    private let state: Mutex<State>

    public init(_ replies: [ScriptedReply]) { state = Mutex(State(replies: replies[...])) }

    /// The requests that came, planned or not.
    public var requests: [HTTPExchangeRequest] { state.withLock { $0.requests } }

    /// The bodies that were handed out.
    public var bodies: [ScriptedBody] { state.withLock { $0.bodies } }

    /// - Throws: `InferenceError` with code `unplanned_call` when requests came that the script did not foresee, or when it
    ///   foresees more.
    public func expectFinished() throws(InferenceError) {
        let (unplanned, rest) = state.withLock { ($0.unplanned, $0.replies.count) }
        if let first = unplanned.first { throw Self.unplanned(first) }
        if rest > 0 { throw Self.unplanned("the script foresees \(rest) more requests") }
    }

    public func send(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> HTTPExchangeResponse {
        if Task.isCancelled { throw InferenceError(.cancelled, "the exchange was given up") }
        let reply = try plan(for: request)
        if let failure = reply.failure { throw failure }
        var head = HTTPResponse(status: HTTPResponse.Status(code: reply.status))
        for (name, value) in reply.fields {
            if let name = HTTPField.Name(name) { head.headerFields[name] = value }
        }
        let body = ScriptedBody(reply.steps)
        state.withLock { $0.bodies.append(body) }
        return HTTPExchangeResponse(head: head, body: body)
    }

    private func plan(for request: HTTPExchangeRequest) throws(InferenceError) -> ScriptedReply {
        let name = "\(request.head.method) \(request.head.authority ?? "")\(request.head.path ?? "")"
        let (reply, complaint) = state.withLock { state -> (ScriptedReply?, String) in
            state.requests.append(request)
            let reply = state.replies.popFirst()
            let complaint =
                reply == nil ? "no reply is left for \(name)" : reply?.complaint(request).map { "\(name): \($0)" }
            if let complaint { state.unplanned.append(complaint) }
            return (complaint == nil ? reply : nil, complaint ?? "")
        }
        guard let reply else { throw Self.unplanned(complaint) }
        return reply
    }

    private static func unplanned(_ message: String) -> InferenceError { InferenceError("unplanned_call", message) }
}
