/// Tokens of images, videos and sounds, and the limits on them.
struct MediaMeter {
    private static let largestDataURL = 10_485_760
    private static let defaultSide = 1024
    private static let videoSeconds = 10.0
    private static let videoFramePixels = 640 * 1024

    let patch: Int
    let highResolution: Bool
    let resolvesUploads: Bool

    func tokens(of item: MediaItem) throws(ServiceError) -> Int {
        var sizes: [(width: Int, height: Int)] = []
        for url in item.urls { sizes.append(try size(of: url, kind: item.kind)) }
        switch item.kind {
        case .audio: return 250
        case .image:
            guard let size = sizes.first else { throw ServiceError("media_url_invalid") }
            return visual(
                size, limit: highResolution ? 16_384 * patch * patch : item.maxPixels ?? defaultLimit,
                least: item.minPixels) + 2
        case .video:
            let frames = item.urls.count > 1 ? item.urls.count : Int(Self.videoSeconds * item.framesPerSecond)
            let size = sizes.first ?? (Self.defaultSide, Self.defaultSide)
            let limit = min(item.maxPixels ?? Self.videoFramePixels, Self.videoFramePixels)
            return (frames + 1) / 2 * visual(size, limit: limit, least: item.minPixels) + 2
        }
    }

    private var defaultLimit: Int { patch == 32 ? 2_621_440 : 1_003_520 }

    /// Sides rounded to whole patches and scaled into the pixel range.
    private func visual(_ size: (width: Int, height: Int), limit: Int, least: Int?) -> Int {
        let low = Double(max(least ?? 4 * patch * patch, patch * patch))
        let high = max(Double(limit), low)
        let area = Double(size.width * size.height)
        var scale = 1.0
        if area > high { scale = (high / area).squareRoot() }
        if area < low { scale = (low / area).squareRoot() }
        func patches(_ side: Int) -> Int {
            let exact = Double(side) * scale / Double(patch)
            let whole = scale > 1 ? exact.rounded(.up) : scale < 1 ? exact.rounded(.down) : exact.rounded()
            return max(1, Int(whole))
        }
        return patches(size.width) * patches(size.height)
    }

    private func size(of url: String, kind: MediaItem.Kind) throws(ServiceError) -> (width: Int, height: Int) {
        guard url.hasPrefix("data:") else {
            guard url.hasPrefix("http://") || url.hasPrefix("https://") || (resolvesUploads && url.hasPrefix("oss://"))
            else {
                throw ServiceError("media_url_invalid")
            }
            return (Self.defaultSide, Self.defaultSide)
        }
        guard url.utf8.count <= Self.largestDataURL else { throw ServiceError("media_too_large") }
        guard let mark = url.firstRange(of: ";base64,") else { throw ServiceError("media_url_invalid") }
        guard kind == .image else { return (Self.defaultSide, Self.defaultSide) }
        guard let size = ImageHeader.size(base64: url[mark.upperBound...]) else { throw ServiceError("image_decode") }
        let longest = max(size.width, size.height)
        let shortest = min(size.width, size.height)
        guard shortest > 10, longest <= shortest * 200 else { throw ServiceError("image_size") }
        return size
    }
}
