#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads width and height out of the first bytes of a picture.
enum ImageHeader {
    static func size(base64: Substring) -> (width: Int, height: Int)? {
        guard let data = Data(base64Encoded: String(base64)) else { return nil }
        return size(Array(data))
    }

    static func size(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        png(bytes) ?? jpeg(bytes) ?? webp(bytes) ?? bitmap(bytes) ?? gif(bytes)
    }

    private static func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
    private static func little(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }

    private static func png(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 24, bytes[0..<4].elementsEqual([0x89, 0x50, 0x4E, 0x47]) else { return nil }
        return (big(bytes[16..<20]), big(bytes[20..<24]))
    }

    private static func gif(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 10, bytes[0..<3].elementsEqual("GIF".utf8) else { return nil }
        return (little(bytes[6..<8]), little(bytes[8..<10]))
    }

    private static func bitmap(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 26, bytes[0..<2].elementsEqual("BM".utf8) else { return nil }
        return (little(bytes[18..<22]), little(bytes[22..<26]))
    }

    private static func webp(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 30, bytes[8..<12].elementsEqual("WEBP".utf8) else { return nil }
        if bytes[12..<16].elementsEqual("VP8X".utf8) {
            return (little(bytes[24..<27]) + 1, little(bytes[27..<30]) + 1)
        }
        if bytes[12..<16].elementsEqual("VP8L".utf8) {
            let packed = little(bytes[21..<25])
            return ((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1)
        }
        return (little(bytes[26..<28]) & 0x3FFF, little(bytes[28..<30]) & 0x3FFF)
    }

    private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        guard bytes.count >= 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
        var offset = 2
        while offset + 9 < bytes.count, bytes[offset] == 0xFF {
            let marker = bytes[offset + 1]
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                return (big(bytes[offset + 7..<offset + 9]), big(bytes[offset + 5..<offset + 7]))
            }
            offset += 2 + big(bytes[offset + 2..<offset + 4])
        }
        return nil
    }
}
