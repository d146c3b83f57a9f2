#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Where a picture, video or sound comes from.
public enum MediaSource: Hashable, Sendable {
    /// An address that the service fetches.
    case url(String)
    /// The bytes themselves; they travel in the request.
    case data([UInt8], mediaType: String)

    /// The address, or the bytes as a `data:` URL.
    public var url: String {
        switch self {
        case .url(let url): url
        case .data(let bytes, let mediaType): "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
        }
    }
}
