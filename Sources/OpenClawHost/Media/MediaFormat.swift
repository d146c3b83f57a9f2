package import Inference

/// Formats of pictures, clips and sounds, known by their first bytes whatever their names say.
package struct MediaFormat: Hashable, Sendable {
    package var mediaType: String
    package var kind: Modality
    /// What names of such files end with, without the dot.
    package var ending: String

    /// The format of a file that begins so; `nil` for an unknown one.
    package static func of(_ bytes: [UInt8]) -> MediaFormat? {
        if let type = MediaType.image(bytes) { return known[type] }
        if has(bytes, "RIFF", at: 0), has(bytes, "WAVE", at: 8) { return known["audio/wav"] }
        if has(bytes, "RIFF", at: 0), has(bytes, "AVI ", at: 8) { return known["video/x-msvideo"] }
        if has(bytes, "FLV", at: 0) { return known["video/x-flv"] }
        if bytes.starts(with: [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]) { return known["video/x-ms-wmv"] }
        if has(bytes, "ftyp", at: 4) {
            let isSound = has(bytes, "M4A ", at: 8) || has(bytes, "M4B ", at: 8)
            return known[has(bytes, "qt  ", at: 8) ? "video/quicktime" : isSound ? "audio/mp4" : "video/mp4"]
        }
        if has(bytes, "ID3", at: 0) { return known["audio/mpeg"] }
        if has(bytes, "OggS", at: 0) { return known["audio/ogg"] }
        if has(bytes, "fLaC", at: 0) { return known["audio/flac"] }
        if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            // Both are the same container, which names its kind in its first header.
            return known[bytes.prefix(64).firstRange(of: "matroska".utf8) != nil ? "video/x-matroska" : "video/webm"]
        }
        if bytes.starts(with: [0x1F, 0x8B]) { return known["application/gzip"] }
        if has(bytes, "#!AMR", at: 0) { return known["audio/amr"] }
        if bytes.starts(with: [0x00, 0x00, 0x01, 0xBA]) { return known["video/mpeg"] }
        if bytes.count > 1, bytes[0] == 0xFF, bytes[1] & 0xF6 == 0xF0 { return known["audio/aac"] }
        if bytes.count > 1, bytes[0] == 0xFF, bytes[1] & 0xE0 == 0xE0, bytes[1] & 0x06 != 0 {
            return known["audio/mpeg"]
        }
        return nil
    }

    /// What names of files of a media type end with, dot included.
    static func ending(of mediaType: String?) -> String {
        "." + (mediaType.flatMap { known[$0]?.ending ?? DocumentFormat.ending(of: $0) } ?? "bin")
    }

    private static func has(_ bytes: [UInt8], _ mark: String, at offset: Int) -> Bool {
        bytes.count >= offset + mark.utf8.count && bytes.dropFirst(offset).starts(with: mark.utf8)
    }

    private static let known: [String: MediaFormat] = {
        let rows: [(String, Modality, String)] = [
            ("image/png", .image, "png"), ("image/jpeg", .image, "jpg"), ("image/gif", .image, "gif"),
            ("image/webp", .image, "webp"), ("image/bmp", .image, "bmp"), ("image/tiff", .image, "tiff"),
            ("image/heic", .image, "heic"), ("image/heif", .image, "heif"), ("video/mp4", .video, "mp4"),
            ("video/quicktime", .video, "mov"), ("video/webm", .video, "webm"), ("video/x-matroska", .video, "mkv"),
            ("video/x-msvideo", .video, "avi"), ("video/x-flv", .video, "flv"),
            ("video/x-ms-wmv", .video, "wmv"), ("audio/wav", .audio, "wav"),
            ("audio/mpeg", .audio, "mp3"), ("audio/ogg", .audio, "ogg"), ("audio/flac", .audio, "flac"),
            ("audio/mp4", .audio, "m4a"), ("audio/aac", .audio, "aac"), ("audio/amr", .audio, "amr"),
            ("video/mpeg", .video, "mpeg"), ("application/gzip", .embedding, "gz"),
        ]
        return Dictionary(
            uniqueKeysWithValues: rows.map { ($0.0, MediaFormat(mediaType: $0.0, kind: $0.1, ending: $0.2)) })
    }()
}
