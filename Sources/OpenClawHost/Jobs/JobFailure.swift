package import Inference

/// Why a job ended without its results, as it is kept.
package struct JobFailure: Hashable, Sendable, Codable {
    package var code: InferenceError.Code
    package var message: String
    package var hint: String?
    package var requestID: String?

    package init(_ error: InferenceError) {
        code = error.code
        message = error.message
        hint = error.hint
        requestID = error.requestID
    }

    package var error: InferenceError { InferenceError(code, message, hint: hint, requestID: requestID) }
}
