import Inference

/// What the front door tells those whom it does not let in.
extension InferenceError {
    static let missingToken = InferenceError(
        .unauthenticated,
        "the gateway's token is missing; expected 'Authorization: Bearer TOKEN' or 'x-api-key: TOKEN'",
        hint: "openclaw gateway status", status: 401)
    static let wrongToken = InferenceError(
        .unauthenticated, "this is not a token of the gateway", hint: "openclaw gateway status", status: 401,
        serviceCode: "invalid_api_key")
    static let noSuchPath = InferenceError("not_found", "the gateway has no such path", status: 404)
    static let otherHost = InferenceError(
        "misdirected_request", "the gateway does not answer under this host name",
        hint: "openclaw config set gateway.http.allowedHosts '[\"NAME\"]'", status: 421)
    static let otherOrigin = InferenceError(
        .permissionDenied, "pages of other sites may not use the gateway",
        hint: "openclaw config set gateway.http.allowedOrigins '[\"ORIGIN\"]'", status: 403)
    static let bodyTimeout = InferenceError("request_timeout", "the request did not arrive in time", status: 408)
    static let busy = InferenceError(
        .unavailable, "the gateway answers as many requests as it may", status: 503, retryAfter: .seconds(1))
    static func busyKey(_ name: String) -> InferenceError {
        InferenceError(
            .rateLimited, "the key '\(name)' has as many requests open as it may", status: 429, retryAfter: .seconds(1))
    }

    static let uploadsFull = InferenceError(
        .unavailable, "the forms of all clients fill the disk space that they may take together",
        hint: "openclaw config set gateway.limits.uploadsTotalBytes BYTES", status: 503, retryAfter: .seconds(30))

    static let draining = InferenceError(
        .unavailable, "the gateway is stopping", status: 503, retryAfter: .seconds(2))

    static func otherMethod(_ allowed: String) -> InferenceError {
        InferenceError("method_not_allowed", "expected the method \(allowed) here", status: 405)
    }

    static func bodyTooLarge(_ limit: Int) -> InferenceError {
        InferenceError("request_too_large", "the request has more than \(limit) bytes", status: 413)
    }

    static func tooManyAttempts(_ seconds: Int) -> InferenceError {
        InferenceError(
            .rateLimited, "too many wrong tokens came from this address", status: 429, retryAfter: .seconds(seconds))
    }

    init(_ failure: HTTP1Failure) {
        self.init(
            .invalidRequest, "this is no request that the gateway reads: \(failure.reason)", status: failure.status)
    }
}
