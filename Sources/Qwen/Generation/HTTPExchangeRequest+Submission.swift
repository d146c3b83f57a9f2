import HTTPTypes
import Inference

extension HTTPExchangeRequest {
    /// A call of a native path that begins something, at once or as a task.
    ///
    /// - Parameter sources: what the document refers to; files of the temporary store have to be announced.
    static func submission(
        _ path: String, isTask: Bool, sources: [String], _ document: JSONValue, context: CallContext
    ) throws(InferenceError) -> HTTPExchangeRequest {
        var head = try HTTPRequest.native(.post, path, context: context)
        head.headerFields[.contentType] = "application/json"
        if isTask, let name = HTTPField.Name("x-dashscope-async") { head.headerFields[name] = "enable" }
        if sources.contains(where: { $0.hasPrefix("oss://") }), let name = HTTPField.Name(UploadedMedia.headerName) {
            head.headerFields[name] = "enable"
        }
        return HTTPExchangeRequest(head: head, body: [document.serialized()[...]])
    }
}
