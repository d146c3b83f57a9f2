public import HTTPTypes

/// A codec for the temporary store of a service, through which local files reach its models.
public protocol UploadService: Sendable {
    /// Asks for leave to upload files for a model.
    func permit(for model: ModelID, context: CallContext) throws(InferenceError) -> HTTPExchangeRequest

    func permit(
        _ head: HTTPResponse, _ body: [UInt8], context: CallContext
    ) throws(InferenceError) -> UploadPermit
}
