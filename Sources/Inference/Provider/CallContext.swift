public import Logging

/// Everything a provider may use for one call. It reads no environment, no file and no global beside it.
public struct CallContext: Sendable {
    /// The key to send, bound to `endpoint`.
    public var credential: Secret
    /// Where to send it: the only place this credential may go.
    public var endpoint: Endpoint
    /// The product token that the request identifies itself with.
    public var userAgent: String
    /// Our own id of the call, for logs.
    public var callID: String
    /// Where to log. Bodies, headers and keys are never logged.
    public var logger: Logger
    /// Whether to mark prompts for the cache of the service.
    public var cache: PromptCaching

    public init(
        credential: Secret, endpoint: Endpoint, userAgent: String, callID: String, logger: Logger,
        cache: PromptCaching = .auto
    ) {
        self.credential = credential
        self.endpoint = endpoint
        self.userAgent = userAgent
        self.callID = callID
        self.logger = logger
        self.cache = cache
    }
}
