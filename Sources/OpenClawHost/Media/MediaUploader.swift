import Inference

/// Brings files into the temporary store of a service, each once within its lifetime.
struct MediaUploader {
    let uploads: any UploadService
    let context: CallContext
    /// The base URL of the service.
    let service: String
    /// Whose file it will be: others cannot use it.
    let account: String
    let store: any JobStore
    let services: JobServices
    let transport: any HTTPTransport
    let fetcher: ResultFetcher
    let observe: @Sendable (JobEvent) -> Void

    /// - Returns: what requests for a model call the file.
    func reference(
        of path: String, _ facts: MediaFacts, for model: ModelID
    ) async throws -> String {
        let digest: String
        do throws(FileError) { digest = try FileDigest.of(path, store.makeDigest()) } catch {
            throw InferenceError(.invalidRequest, error.description)
        }
        let key = StoredUpload.Key(digest: digest, model: model, service: service, account: account)
        if let known = try store.upload(key, now: services.now()) { return known.reference }
        return try await FormUpload(uploader: self).send(path, facts, key)
    }
}
