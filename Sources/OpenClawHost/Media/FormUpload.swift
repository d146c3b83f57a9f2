import HTTPTypes
import Inference

/// Puts one file into the temporary store of a service: asks for leave, and sends the form, read from disk as it leaves.
struct FormUpload {
    let uploader: MediaUploader

    /// - Returns: what requests call the file.
    func send(_ path: String, _ facts: MediaFacts, _ key: StoredUpload.Key) async throws -> String {
        let permit = try await permit(for: key.model)
        let size = facts.byteCount ?? 0
        guard size <= permit.maxBytes else {
            throw InferenceError(
                .invalidRequest,
                "\(FilePathText.name(of: path)) has \(size >> 20) MB; \(key.model) takes uploads of \(permit.maxBytes >> 20) MB"
            )
        }
        let ending = MediaFormat.ending(of: facts.mediaType)
        // A name of our own: the user's is nobody's business, and no name may come twice.
        let name = JobID.make(uploader.services.random) + ending
        let place = permit.folder + "/" + name
        let began = uploader.services.now()
        try await post(path, size: size, name: name, place: place, type: facts.mediaType, permit)
        let upload = StoredUpload(
            key: key, reference: permit.referencePrefix + place, expiresAt: began + permit.fileLifetime - 600)
        try uploader.store.keep(upload)
        return upload.reference
    }

    private func permit(for model: ModelID) async throws(InferenceError) -> UploadPermit {
        let context = uploader.context
        let uploads = uploader.uploads
        let request = try uploads.permit(for: model, context: context)
        let response = try await uploader.transport.send(request, deadlines: Deadlines(firstByte: .seconds(30)))
        let body = try await response.body.collect(upTo: 1 << 20)
        return try uploads.permit(response.head, body, context: context)
    }

    private func post(
        _ path: String, size: Int, name: String, place: String, type: String?, _ permit: UploadPermit
    ) async throws {
        let boundary = "openclaw-" + JobID.make(uploader.services.random)
        var form = ""
        for field in permit.fields + [UploadPermit.Field(name: "key", value: place)] {
            form += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n"
        }
        form += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
        form += "Content-Type: \(type ?? "application/octet-stream")\r\n\r\n"
        let shown = FilePathText.name(of: path)
        let observe = uploader.observe
        let body: FileBody
        do throws(FileError) {
            body = try FileBody(path, tail: Array("\r\n--\(boundary)--\r\n".utf8)) { sent in
                observe(.sent(name: shown, bytes: sent, of: size))
            }
        } catch {
            throw InferenceError(.invalidRequest, error.description)
        }
        let address = try ServiceAddress(permit.address, beside: uploader.service)
        var head = HTTPRequest(
            method: .post, scheme: address.scheme, authority: address.authority, path: address.path)
        head.headerFields[.contentType] = "multipart/form-data; boundary=\(boundary)"
        let request = HTTPExchangeRequest(head: head, body: [Array(form.utf8)[...]], stream: body, isRepeatable: false)
        // A slow line takes its time; one that stands still does not.
        let limit = Duration.seconds(120 + size / 20_000)
        let transport = uploader.fetcher.transport(for: address)
        let response = try await transport.send(request, deadlines: Deadlines(firstByte: nil, total: limit))
        let answer = try await response.body.collect(upTo: 64 << 10)
        guard response.head.status.kind == .successful else {
            let said = String(decoding: answer.prefix(200), as: UTF8.self)
            throw InferenceError(
                .unavailable, "the service's store did not take \(shown): \(said)", status: response.head.status.code)
        }
    }
}
