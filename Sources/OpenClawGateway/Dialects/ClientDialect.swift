package import HTTPTypes
package import Inference

/// How a kind of client speaks: what its requests mean as chat completions, and how it wants to hear of answers and refusals.
package protocol ClientDialect: Sendable {
    /// Reads a request.
    ///
    /// - Parameter fields: the header fields of the request; some protocols ask for a stream there.
    /// - Throws: `.invalidRequest` or `.unsupported`, naming the member of the client's own document.
    func translate(_ body: [UInt8], fields: HTTPFields) throws(InferenceError) -> TranslatedRequest

    /// The document by which the client is told of a request that was not answered.
    func refusal(_ error: InferenceError, callID: String) -> [UInt8]

    /// The HTTP status of that document.
    func status(of error: InferenceError) -> Int
}
