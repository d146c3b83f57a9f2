import Testing

@testable import QwenSimulator

@Suite struct MediaMeterTests {
    private let meter = MediaMeter(patch: 32, highResolution: false, resolvesUploads: false)

    private func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, width, 0, 0,
            0, height,
        ]
    }

    @Test func countsPatches() throws {
        #expect(try meter.tokens(of: MediaItem(kind: .image, urls: ["https://example.com/a.png"])) == 1026)
        #expect(ImageHeader.size(png(96, 64))?.width == 96)
        let url = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAGAAAABA"
        #expect(try meter.tokens(of: MediaItem(kind: .image, urls: [url])) == 8)
    }

    @Test func limitsPixels() throws {
        var item = MediaItem(kind: .image, urls: ["https://example.com/a.png"])
        item.maxPixels = 32 * 32 * 100
        #expect(try meter.tokens(of: item) <= 102)
    }

    @Test(arguments: [
        ("ftp://example.com/a.png", "media_url_invalid"), ("oss://dir/a.png", "media_url_invalid"),
        ("data:image/png;base64,AAAA", "image_decode"), ("data:image/png,AAAA", "media_url_invalid"),
        ("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAkAAAAJ", "image_size"),
    ])
    func refusesUnusableMedia(url: String, row: String) {
        let error = #expect(throws: ServiceError.self) { try meter.tokens(of: MediaItem(kind: .image, urls: [url])) }
        #expect(error?.row == row)
    }

    @Test func refusesLargeItems() {
        let url = "data:image/png;base64," + String(repeating: "A", count: 10_485_761)
        let error = #expect(throws: ServiceError.self) { try meter.tokens(of: MediaItem(kind: .image, urls: [url])) }
        #expect(error?.row == "media_too_large")
    }
}
