/// What a picture that goes in may measure.
struct ImageLimits: Sendable {
    let sides: [Int]
    let ratio: Double
    let megabytes: Int

    func check(_ size: PixelSize, bytes: Int) throws(ServiceError) {
        guard bytes <= megabytes << 20 else {
            throw ServiceError("file_size", ["value": "image size must not exceed \(megabytes)MB"])
        }
        guard size.shortest >= sides[0], size.longest <= sides[1] else {
            throw ServiceError(
                "file_resolution", ["value": "image sides must be in [\(sides[0]), \(sides[1])], got \(size.text)"])
        }
        guard size.stretch <= ratio else {
            throw ServiceError("file_aspect_ratio", ["value": "image aspect ratio must be in [1:\(ratio), \(ratio):1]"])
        }
    }
}
