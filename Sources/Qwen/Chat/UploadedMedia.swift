import Inference

/// Media that were uploaded to the service's own store. Their addresses begin with `oss://` and are resolved only when
/// a header asks for it.
enum UploadedMedia {
    static let headerName = "x-dashscope-ossresourceresolve"

    /// Whether a part of a message has such an address.
    static func isUsed(in request: ChatRequest) -> Bool {
        request.messages.contains { $0.parts.contains(where: isUploaded) }
    }

    private static func isUploaded(_ part: JSONNode) -> Bool {
        switch part["type"]?.string {
        case "image_url"?: isUploaded(part["image_url"])
        case "video_url"?: isUploaded(part["video_url"])
        case "input_audio"?: isUploaded(address: part["input_audio"]?["data"])
        case "video"?: part["video"]?.elements.contains { isUploaded(address: $0) } ?? false
        default: false
        }
    }

    /// The address of an image or video stands in a member `url`, or in place of the object.
    private static func isUploaded(_ source: JSONNode?) -> Bool {
        isUploaded(address: source?.kind == .string ? source : source?["url"])
    }

    /// Looks at the first bytes only: inline data may be megabytes.
    private static func isUploaded(address: JSONNode?) -> Bool {
        guard let bytes = address?.rawBytes.dropFirst().prefix(6) else { return false }
        return bytes.starts(with: "oss:".utf8)
    }
}
