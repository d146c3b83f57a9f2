package import Inference

/// A picture that the user attached: a file of this machine, or an address that the service fetches.
package enum ImageAttachment {
    /// The largest file: encoded for the wire it takes 10 MiB, which services commonly take for one picture.
    package static let sizeLimit = 7_864_320

    /// Reads what a user wrote after `--file`.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when there is no such picture or it is too large.
    package static func load(_ text: String, workingDirectory: String) throws(InferenceError) -> ContentPart {
        if text.hasPrefix("https://") || text.hasPrefix("http://") { return .image(.url(text)) }
        let path = FilePathText.join(workingDirectory, text)
        let contents: [UInt8]?
        do {
            contents = try FileContents.read(path, limit: sizeLimit)
        } catch {
            throw error.inferenceError
        }
        guard let contents else {
            throw InferenceError(
                .invalidConfiguration, "there is no file \(path); expected a picture or an http(s) URL")
        }
        guard let type = MediaType.image(contents) else {
            throw InferenceError(
                .invalidConfiguration,
                "\(path) is no picture that is known; expected PNG, JPEG, WebP, GIF, BMP, TIFF or HEIC")
        }
        return .image(.data(contents, mediaType: type))
    }
}
