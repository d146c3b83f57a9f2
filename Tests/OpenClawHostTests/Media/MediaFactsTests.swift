import Foundation
import Inference
import OpenClawHost
import Testing

@Suite struct MediaFactsTests {
    private func facts(_ bytes: [UInt8]) throws -> MediaFacts {
        let file = FileManager.default.temporaryDirectory.appending(path: "facts-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try MediaFacts(ofFile: file.path)
    }

    private static func big(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] { big(number, count).reversed() }

    private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        big(content.count + 8, 4) + Array(name.utf8) + content
    }

    @Test func readsThePictureSizesOfAllFormats() throws {
        let png =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
            + Self.big(640, 4) + Self.big(480, 4)
        #expect(try facts(png).size == PixelSize(width: 640, height: 480))
        let gif = Array("GIF89a".utf8) + Self.little(30, 2) + Self.little(20, 2) + [0, 0, 0, 0, 0, 0]
        #expect(try facts(gif).size == PixelSize(width: 30, height: 20))
        let bmp = Array("BM".utf8) + [UInt8](repeating: 0, count: 16) + Self.little(300, 4) + Self.little(-200, 4)
        #expect(try facts(bmp).size == PixelSize(width: 300, height: 200))
        // A large comment stands before the frame.
        let jpeg: [UInt8] =
            [0xFF, 0xD8, 0xFF, 0xE1] + Self.big(40_000, 2) + [UInt8](repeating: 0xFF, count: 39_998)
            + [0xFF, 0xFF, 0xC2, 0, 17, 8] + Self.big(1080, 2) + Self.big(1920, 2) + [3]
        #expect(try facts(jpeg).size == PixelSize(width: 1920, height: 1080))
        let riff = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8)
        let extended =
            riff + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + Self.little(799, 3) + Self.little(599, 3)
        #expect(try facts(extended).size == PixelSize(width: 800, height: 600))
        let lossless = riff + Array("VP8L".utf8) + [9, 0, 0, 0, 0x2F] + Self.little(99 | 49 << 14, 4)
        #expect(try facts(lossless).size == PixelSize(width: 100, height: 50))
        let lossy =
            riff + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A] + Self.little(320, 2)
            + Self.little(240, 2)
        #expect(try facts(lossy).size == PixelSize(width: 320, height: 240))
    }

    @Test func readsLengthAndSizeOfAClipWhereverItsHeaderStands() throws {
        let sound = Self.box("trak", Self.box("tkhd", [UInt8](repeating: 0, count: 84)))
        let picture = Self.box(
            "trak",
            Self.box("tkhd", [UInt8](repeating: 0, count: 76) + Self.big(1280 << 16, 4) + Self.big(720 << 16, 4)))
        let length = Self.box("mvhd", [UInt8](repeating: 0, count: 12) + Self.big(1000, 4) + Self.big(5040, 4))
        let movie = Self.box("moov", length + sound + picture)
        let head = Self.box("ftyp", Array("isom".utf8) + [0, 0, 0, 0])
        let content = Self.box("mdat", [UInt8](repeating: 1, count: 3000))
        for bytes in [head + movie + content, head + content + movie] {
            let found = try facts(bytes)
            #expect(found.mediaType == "video/mp4" && found.seconds == 5.04)
            #expect(found.size == PixelSize(width: 1280, height: 720))
        }
        #expect(try facts(head + content).seconds == nil)
        #expect(try facts(head + Self.big(0xFFFF_FFFF, 4) + Array("moov".utf8)).seconds == nil)
    }

    @Test func readsTheLengthsOfSounds() throws {
        let format =
            Array("fmt ".utf8) + Self.little(16, 4) + Self.little(1, 2) + Self.little(1, 2)
            + Self.little(8000, 4) + Self.little(16_000, 4) + Self.little(2, 2) + Self.little(16, 2)
        let wave =
            Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVE".utf8) + format + Array("LIST".utf8)
            + Self.little(3, 4) + [1, 2, 3, 0] + Array("data".utf8) + Self.little(-1, 4)
            + [UInt8](repeating: 0, count: 40_000)
        let found = try facts(wave)
        #expect(found.mediaType == "audio/wav" && found.seconds == 2.5)
        // 128 kbit/s behind a tag.
        let tag = Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 10] + [UInt8](repeating: 0, count: 10)
        let mpeg = tag + [0xFF, 0xFB, 0x90, 0x00] + [UInt8](repeating: 0, count: 31_996)
        #expect(try facts(mpeg).seconds == 2)
    }

    @Test func everyCutOfAFileIsSurvived() throws {
        let movie = Self.box("ftyp", Array("isom".utf8)) + Self.box("moov", Self.box("mvhd", Self.big(7, 40)))
        for count in 0..<movie.count { _ = try facts(Array(movie.prefix(count))) }
        #expect(try facts([]).mediaType == nil)
        #expect(throws: FileError.self) { try MediaFacts(ofFile: "/") }
        #expect(throws: FileError.self) { try MediaFacts(ofFile: "/nonexistent") }
    }
}
