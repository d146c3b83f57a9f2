import Inference

/// A file as text that a request can hold.
enum InlineMedia {
    /// All inline files of a request together: encoded they stay below the ten megabytes that services commonly take.
    static let limit = 7_000_000

    static func url(of path: String, _ facts: MediaFacts) throws(InferenceError) -> String {
        let bytes: [UInt8]?
        do throws(FileError) { bytes = try FileContents.read(path) } catch {
            throw InferenceError(.invalidRequest, error.description)
        }
        guard let bytes, let type = facts.mediaType else {
            throw InferenceError(.invalidRequest, "\(path) is no picture, clip or sound of a known format")
        }
        return "data:\(type);base64," + Base64Text.encode(bytes)
    }

    static func refusal(of path: String) -> InferenceError {
        InferenceError(
            .invalidRequest,
            "\(FilePathText.name(of: path)) is too large to travel in the request; expected at most \(limit / 1_000_000) MB, or an https:// address"
        )
    }
}
