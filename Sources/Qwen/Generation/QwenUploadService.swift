public import HTTPTypes
public import Inference

/// The codec for the temporary store of Qwen Cloud. Mirrors the page `get-temporary-file-url` of Model Studio.
public struct QwenUploadService: UploadService {
    private let classifier: ErrorClassifier

    public init(classifier: ErrorClassifier) { self.classifier = classifier }

    public func permit(for model: ModelID, context: CallContext) throws(InferenceError) -> HTTPExchangeRequest {
        let name = model.rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return HTTPExchangeRequest(head: try .native(.get, "/uploads?action=getPolicy&model=" + name, context: context))
    }

    public func permit(
        _ head: HTTPResponse, _ body: [UInt8], context: CallContext
    ) throws(InferenceError) -> UploadPermit {
        let reply = try NativeReply(head, body, classifier: classifier, context: context)
        let data = reply.document["data"]
        func text(_ name: String) throws(InferenceError) -> String {
            guard let text = data?[name]?.string, !text.isEmpty else {
                throw InferenceError(
                    .malformedResponse, "expected '\(name)' in the service's leave to upload",
                    requestID: reply.requestID)
            }
            return text
        }
        let fields = [
            UploadPermit.Field(name: "OSSAccessKeyId", value: try text("oss_access_key_id")),
            UploadPermit.Field(name: "Signature", value: try text("signature")),
            UploadPermit.Field(name: "policy", value: try text("policy")),
            UploadPermit.Field(name: "x-oss-object-acl", value: data?["x_oss_object_acl"]?.string ?? "private"),
            // Without it the store refuses the form.
            UploadPermit.Field(
                name: "x-oss-forbid-overwrite", value: data?["x_oss_forbid_overwrite"]?.string ?? "true"),
            UploadPermit.Field(name: "success_action_status", value: "200"),
        ]
        return UploadPermit(
            address: try text("upload_host"), fields: fields, folder: try text("upload_dir"),
            maxBytes: (data?["max_file_size_mb"]?.int ?? 100) << 20,
            lifetime: data?["expire_in_seconds"]?.double ?? 300, fileLifetime: 48 * 60 * 60,
            referencePrefix: "oss://")
    }
}
