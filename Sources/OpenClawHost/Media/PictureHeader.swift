import Inference

/// The sizes of pictures, from their headers.
enum PictureHeader {
    static func size(_ reader: borrowing MediaReader, _ mediaType: String?) -> PixelSize? {
        switch mediaType {
        case "image/png": make(reader.big(at: 16, bytes: 4), reader.big(at: 20, bytes: 4))
        case "image/gif": make(reader.little(at: 6, bytes: 2), reader.little(at: 8, bytes: 2))
        case "image/bmp": bitmap(reader)
        case "image/jpeg": jpeg(reader)
        case "image/webp": webp(reader)
        default: nil
        }
    }

    private static func make(_ width: Int?, _ height: Int?) -> PixelSize? {
        guard let width, let height, (1...1 << 20).contains(width), (1...1 << 20).contains(height) else { return nil }
        return PixelSize(width: width, height: height)
    }

    /// The height is negative when the rows run downwards.
    private static func bitmap(_ reader: borrowing MediaReader) -> PixelSize? {
        let height = reader.little(at: 22, bytes: 4).map { Int(Int32(truncatingIfNeeded: $0).magnitude) }
        return make(reader.little(at: 18, bytes: 4), height)
    }

    /// Walks over the segments to the one that begins the frame.
    private static func jpeg(_ reader: borrowing MediaReader) -> PixelSize? {
        var offset = 2
        for _ in 0..<1000 {
            guard let mark = reader.big(at: offset, bytes: 2), mark >> 8 == 0xFF else { return nil }
            let kind = mark & 0xFF
            if kind == 0xFF {
                offset += 1
                continue
            }
            if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
                let (height, width) = (reader.big(at: offset + 5, bytes: 2), reader.big(at: offset + 7, bytes: 2))
                return make(width, height)
            }
            guard kind != 0xDA, kind != 0xD9, let length = reader.big(at: offset + 2, bytes: 2), length >= 2 else {
                return nil
            }
            offset += 2 + length
        }
        return nil
    }

    private static func webp(_ reader: borrowing MediaReader) -> PixelSize? {
        switch reader.text(at: 12, count: 4) {
        case "VP8X":
            return make(reader.little(at: 24, bytes: 3).map { $0 + 1 }, reader.little(at: 27, bytes: 3).map { $0 + 1 })
        case "VP8L":
            guard let bits = reader.little(at: 21, bytes: 4) else { return nil }
            return make((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case "VP8 ":
            let sides = (reader.little(at: 26, bytes: 2), reader.little(at: 28, bytes: 2))
            return make(sides.0.map { $0 & 0x3FFF }, sides.1.map { $0 & 0x3FFF })
        default: return nil
        }
    }
}
