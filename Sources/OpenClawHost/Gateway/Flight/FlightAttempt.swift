import Inference

/// One model that was asked for a request, and how that ended.
package struct FlightAttempt: Hashable, Codable, Sendable {
    package var model: String
    /// The endpoint, when the attempt came that far.
    package var endpoint: String?
    /// Where the credential came from; never the credential.
    package var credential: String?
    /// The kind of the failure; `nil` for the attempt that was answered.
    package var code: String?
    package var message: String?
    /// The status of the service.
    package var status: Int?
    /// The service's id of the request.
    package var upstreamID: String?

    package init(
        model: String, endpoint: String? = nil, credential: String? = nil, code: String? = nil, message: String? = nil,
        status: Int? = nil, upstreamID: String? = nil
    ) {
        self.model = model
        self.endpoint = endpoint
        self.credential = credential
        self.code = code
        self.message = message
        self.status = status
        self.upstreamID = upstreamID
    }

    package init(_ attempt: ChatAttempt) {
        self.init(
            model: attempt.reference.description, endpoint: attempt.endpoint?.rawValue, credential: attempt.credential,
            code: attempt.error?.code.rawValue, message: attempt.error?.message, status: attempt.error?.status,
            upstreamID: attempt.error?.requestID)
    }

    enum CodingKeys: String, CodingKey {
        case model, endpoint, credential, code, message, status
        case upstreamID = "upstream"
    }
}
