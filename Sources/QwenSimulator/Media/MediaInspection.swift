#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Looks at the files that a call names: some faults are seen at once, others only when the task fetches the file.
struct MediaInspection {
    let ask: MediaAsk
    /// The first thing that the task will stumble over.
    private(set) var late: ServiceError?
    /// The first picture, whose shape many models follow.
    private(set) var picture: PixelSize?
    private(set) var videos = 0

    init(ask: MediaAsk) { self.ask = ask }

    mutating func look(at url: String, as rule: InputRule) throws(ServiceError) {
        if url.hasPrefix("data:") {
            try lookInside(url, rule)
        } else if url.hasPrefix("oss://") {
            let file = try ask.context.upload(url, model: ask.card.id, in: ask.service)
            do {
                try check(file.head, bytes: file.size, rule)
            } catch {
                late = late ?? error
            }
        } else if url.hasPrefix("http://") || url.hasPrefix("https://") {
            guard url.utf8.count > "https://".utf8.count else { throw ServiceError("media_url_invalid") }
            if rule.kind == .video || FileKind(path: url) == .video { videos += 1 }
        } else {
            throw ServiceError("media_url_invalid")
        }
    }

    mutating func failLate(_ error: ServiceError) { late = late ?? error }

    private mutating func lookInside(_ url: String, _ rule: InputRule) throws(ServiceError) {
        guard rule.isInline, let mark = url.firstRange(of: ";base64,"),
            let data = Data(base64Encoded: String(url[mark.upperBound...]))
        else { throw ServiceError("media_url_invalid") }
        try check(Array(data), bytes: data.count, rule)
    }

    private mutating func check(_ head: [UInt8], bytes: Int, _ rule: InputRule) throws(ServiceError) {
        let kind = FileKind(head)
        switch (rule.kind, kind) {
        case (.image, .image), (.media, .image):
            guard let size = ImageHeader.size(head) else { throw ServiceError("image_format") }
            let pixels = PixelSize(size.width, size.height)
            try ask.card.imageLimits.check(pixels, bytes: bytes)
            picture = picture ?? pixels
        case (.video, .video), (.media, .video):
            guard bytes <= 200 << 20 else {
                throw ServiceError("file_size", ["value": "video size must not exceed 100MB"])
            }
            videos += 1
        case (.audio, .audio), (.file, _), (.link, _), (.audio, .video): break
        default:
            throw ServiceError("file_format", ["value": "the format of the \(rule.kind.rawValue) is not supported"])
        }
    }
}
