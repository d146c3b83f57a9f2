import HTTPTypes
import Inference
import OpenClawHost

extension MediaCall {
    /// How the request is known again: by the name that its client gave it, for a day; or as it stands, for a quarter of an hour, when
    /// the client's library says that it sends it once more.
    func mark(_ inputs: MediaInputs, _ desk: MediaDesk) throws(InferenceError) -> RequestMark {
        let client = Array((call.admission?.virtualKey ?? "").utf8)
        let path = Array(call.path.utf8)
        if let name = call.fields[.idempotencyKey], !name.isEmpty {
            return try desk.mark([client, path, Array("key".utf8), Array(name.utf8)], files: [], validity: 86_400)
        }
        let repeats = call.fields[.retryCount].flatMap { Int($0) } ?? 0
        let texts = form?.fields.map { Array("\($0.name)=\($0.value)".utf8) } ?? [call.body]
        let files = inputs.inputs.compactMap { input -> String? in
            if case .file(let path) = input.source, form != nil { path } else { nil }
        }
        return try desk.mark([client, path] + texts, files: files, validity: repeats > 0 ? 900 : nil)
    }
}

extension HTTPField.Name {
    /// The names stand in the documentation of the clients' libraries.
    fileprivate static let idempotencyKey = HTTPField.Name("idempotency-key") ?? .eTag
    fileprivate static let retryCount = HTTPField.Name("x-stainless-retry-count") ?? .eTag
}
