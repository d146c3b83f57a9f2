package import Inference

/// How a kind of client wants to hear of failures.
package struct RefusalStyle: Sendable {
    /// The HTTP status of a failure.
    package var status: @Sendable (InferenceError) -> Int
    /// The document that tells of it, given our id of the request.
    package var document: @Sendable (InferenceError, _ callID: String) -> [UInt8]

    package init(
        status: @escaping @Sendable (InferenceError) -> Int,
        document: @escaping @Sendable (InferenceError, _ callID: String) -> [UInt8]
    ) {
        self.status = status
        self.document = document
    }

    package init(_ dialect: any ClientDialect) {
        self.init(status: dialect.status, document: { dialect.refusal($0, callID: $1) })
    }

    /// As OpenAI's interface tells of failures.
    package static let openAI = RefusalStyle(
        status: \.gatewayStatus, document: { OpenAIErrorDocument($0, callID: $1).bytes })
}
