package import Inference

extension MediaFacts {
    /// What a file says of itself in its headers; nothing is decoded.
    ///
    /// - Throws: `FileError` when there is no regular file.
    package init(ofFile path: String) throws(FileError) {
        let reader = try MediaReader(path)
        let format = MediaFormat.of(reader.bytes(at: 0, count: 64))
        self.init(mediaType: format?.mediaType, byteCount: reader.byteCount)
        switch format?.mediaType {
        case "video/mp4", "video/quicktime": (size, seconds) = MovieHeader.facts(reader)
        case "audio/mp4": seconds = MovieHeader.facts(reader).seconds
        case "audio/flac": seconds = SoundHeader.flac(reader)
        case "audio/ogg": seconds = SoundHeader.ogg(reader)
        case "audio/wav": seconds = SoundHeader.wave(reader)
        case "audio/mpeg": seconds = SoundHeader.mpeg(reader)
        default: size = PictureHeader.size(reader, format?.mediaType)
        }
    }
}
