/// Recognises pictures by their first bytes, whatever their names say.
package enum MediaType {
    /// The media type of a picture, `nil` for anything else.
    package static func image(_ bytes: [UInt8]) -> String? {
        signatures.first { signature in
            bytes.count >= signature.offset + signature.bytes.count
                && bytes[signature.offset..<signature.offset + signature.bytes.count].elementsEqual(signature.bytes)
        }?.type
    }

    private static let signatures: [(type: String, offset: Int, bytes: [UInt8])] = [
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/gif", 0, Array("GIF8".utf8)),
        ("image/webp", 8, Array("WEBP".utf8)),
        ("image/bmp", 0, Array("BM".utf8)),
        ("image/tiff", 0, [0x49, 0x49, 0x2A, 0x00]),
        ("image/tiff", 0, [0x4D, 0x4D, 0x00, 0x2A]),
        ("image/heic", 4, Array("ftypheic".utf8)),
        ("image/heif", 4, Array("ftypmif1".utf8)),
    ]
}
