import OpenClawHost
import Testing

@Suite struct MediaTypeTests {
    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"), (Array("GIF89a".utf8), "image/gif"),
            (Array("RIFF....WEBPVP8 ".utf8), "image/webp"), (Array("....ftypheic".utf8), "image/heic"),
            (Array("%PDF-1.7".utf8), nil), ([], nil), ([0x89], nil),
        ] as [([UInt8], String?)])
    func recognisesPicturesByTheirFirstBytes(_ bytes: [UInt8], _ expected: String?) {
        #expect(MediaType.image(bytes) == expected)
    }
}
